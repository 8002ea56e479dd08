# Every target does its own set-up: a fresh Debian 12 with a Swift toolchain and git is enough.
SHELL := /bin/bash
SWIFT ?= swift
DEMO_SPEED ?= 1
DEMO_PORT ?= 8080

help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | column -t -s "$$(printf '\t')"

setup: ## Install what is missing (Debian packages)
	@.ci/setup

build: setup ## Build everything
	$(SWIFT) build

demo: setup ## Phones, gateway and mock provider in one page; DEMO_SPEED=10 runs the clock faster
	$(SWIFT) build --product gatewayd
	$(SWIFT) build --product mockline
	exec "$$($(SWIFT) build --show-bin-path)/gatewayd" demo --speed $(DEMO_SPEED) --port $(DEMO_PORT)

test: setup ## Run every test
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

proof: setup ## The long versions: fifty kills of the real process
	$(SWIFT) build --build-tests
	TRYGGHET_KILLS=50 $(SWIFT) test --skip-build --filter KillTests

format: ## Format all sources
	$(SWIFT) format --in-place --recursive Package.swift Sources Mocks Tests

lint: ## Check the format and the build's strictness
	$(SWIFT) format lint --strict --recursive Package.swift Sources Mocks Tests
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error

check: setup lint test ## Format, strict build, tidy rules, tests

bench: setup ## Measure against yardsticks in the same run
	Tests/Bench/run

clean: ## Remove what was built
	rm -rf .build

.PHONY: help setup build demo test proof format lint check bench clean
