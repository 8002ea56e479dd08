import GatewayEngine
import GatewayWeb

/// What the health listener tells of the running engine.
struct GatewayHealth: HealthSource {
  let core: EngineCore

  func checks() async -> [HealthCheck] {
    let facts = core.status.facts
    return [databaseCheck(facts), tickCheck(), faultCheck(facts), auditCheck(facts)]
      + (await providerChecks())
  }

  func metrics() async -> String {
    let age = core.status.tickAgeSeconds(at: core.clock.now())
    core.metrics.set(.engineTickAgeSeconds, to: Double(age ?? -1))
    core.metrics.set(.buildInfo, ["version": Version.number], to: 1)
    core.metrics.set(.leader, to: 1)
    return PrometheusText.render(core.metrics)
  }

  private func databaseCheck(_ facts: EngineStatus.Facts) -> HealthCheck {
    HealthCheck(
      name: "database", isFine: facts.storeFailure == nil, isNeeded: true,
      text: facts.storeFailure.map { "\($0)" } ?? "writes are durable")
  }

  private func tickCheck() -> HealthCheck {
    let age = core.status.tickAgeSeconds(at: core.clock.now())
    let isFresh = age.map { $0 <= EngineStatus.freshTickSeconds } ?? false
    return HealthCheck(
      name: "engine", isFine: isFresh, isNeeded: true,
      text: age.map { "last looked for due steps \($0) s ago" } ?? "has not started")
  }

  private func faultCheck(_ facts: EngineStatus.Facts) -> HealthCheck {
    HealthCheck(
      name: "faults", isFine: facts.openFaults == 0, isNeeded: false,
      text: "\(facts.openFaults) open fault cases")
  }

  private func auditCheck(_ facts: EngineStatus.Facts) -> HealthCheck {
    let isFresh = core.status.isAudited(at: core.clock.now())
    return HealthCheck(
      name: "audit", isFine: isFresh && facts.auditFindings == 0, isNeeded: true,
      text: isFresh
        ? "\(facts.auditFindings) watches or cases without a next step or late"
        : "has not been through lately")
  }

  /// Shown, but no reason to take the service out of use: the pages still have to leave.
  private func providerChecks() async -> [HealthCheck] {
    core.metrics.snapshot().first { $0.metric == .providerUp }?.samples.map { sample in
      let isUp = sample.value == .number(1)
      return HealthCheck(
        name: "provider.\(sample.labels.pairs.first?.value ?? "")", isFine: isUp, isNeeded: false,
        text: isUp ? "answers and can send" : "does not answer, or cannot send")
    } ?? []
  }
}
