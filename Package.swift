// swift-tools-version: 6.2
import PackageDescription

/// The walls of the house. Arrows between targets run one way:
///
///     gatewayd → Gateway (Assembly) → {GatewayWeb, GatewayProviders, GatewayStore, GatewayVoice}
///              → GatewayEngine → CheckinFlows
///
/// `CheckinFlows` has no packages at all. Web, providers, store and voice do not know each other.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")

func test(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil)
  -> Target
{
  .testTarget(
    name: name, dependencies: dependencies, path: "Tests/\(name)", resources: resources,
    swiftSettings: settings)
}

let package = Package(
  name: "trygghet-gateway",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "gatewayd", targets: ["gatewayd"]),
    .executable(name: "mockline", targets: ["MockLineCommand"]),
    .library(name: "CheckinFlows", targets: ["CheckinFlows"]),
  ],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(
      url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["YAML"]),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CCurl", path: "Sources/CCurl", pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"])]),
    .target(name: "CheckinFlows", path: "Sources/CheckinFlows", swiftSettings: settings),
    .target(
      name: "GatewayEngine", dependencies: ["CheckinFlows", crypto, logging, lifecycle],
      path: "Sources/Gateway/Engine", swiftSettings: settings),
    .target(
      name: "GatewayHTTP", dependencies: ["CCurl"], path: "Sources/Gateway/HTTP",
      swiftSettings: settings),
    .target(
      name: "GatewayStore",
      dependencies: [
        "CheckinFlows", "GatewayEngine", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"), crypto,
      ],
      path: "Sources/Gateway/Store", resources: [.embedInCode("Migrations")],
      swiftSettings: settings),
    .target(
      name: "GatewayProviders", dependencies: ["CheckinFlows", "GatewayEngine", "GatewayHTTP"],
      path: "Sources/Gateway/Providers", swiftSettings: settings),
    .target(
      name: "GatewayVoice",
      dependencies: [
        "CheckinFlows", "GatewayEngine", crypto,
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Sources/Gateway/Voice", swiftSettings: settings),
    .target(
      name: "GatewayWeb",
      dependencies: [
        "CheckinFlows", "GatewayEngine", hummingbird, httpTypes, nioCore, logging, crypto,
      ],
      path: "Sources/Gateway/Web", resources: [.embedInCode("Resources")],
      swiftSettings: settings),
    .target(
      name: "Gateway",
      dependencies: [
        "CheckinFlows", "GatewayEngine", "GatewayHTTP", "GatewayStore", "GatewayProviders",
        "GatewayVoice", "GatewayWeb", hummingbird, logging, lifecycle, crypto,
        .product(name: "UnixSignals", package: "swift-service-lifecycle"), nioCore,
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "SwiftCSV", package: "SwiftCSV"),
        .product(name: "SystemPackage", package: "swift-system"),
        .product(name: "Yams", package: "Yams"),
      ],
      path: "Sources/Gateway/Assembly", exclude: ["Gateway.docc"], swiftSettings: settings),
    .executableTarget(
      name: "gatewayd",
      dependencies: [
        "CheckinFlows", "GatewayEngine", "Gateway", logging,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/gatewayd", swiftSettings: settings),
    .target(
      name: "MockLine",
      dependencies: [
        "GatewayHTTP", hummingbird, httpTypes, nioCore, logging, lifecycle,
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      path: "Mocks/MockLine", resources: [.embedInCode("Resources")], swiftSettings: settings),
    .executableTarget(
      name: "MockLineCommand",
      dependencies: [
        "MockLine", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        logging, lifecycle,
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      path: "Mocks/Command", swiftSettings: settings),
    .target(
      name: "TestSupport",
      dependencies: ["CheckinFlows", "GatewayEngine", "GatewayStore"],
      path: "Tests/Support", swiftSettings: settings),
    test(
      "CheckinFlowsTests", ["CheckinFlows", "TestSupport"],
      resources: [.copy("Vectors"), .copy("Transcripts")]),
    test(
      "EngineTests",
      [
        "CheckinFlows", "GatewayEngine", "GatewayStore", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    test(
      "StoreConformanceTests",
      [
        "CheckinFlows", "GatewayEngine", "GatewayStore", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    test(
      "ProvidersTests",
      ["CheckinFlows", "GatewayEngine", "GatewayHTTP", "GatewayProviders", "TestSupport"],
      resources: [.copy("Fixtures")]),
    test("VoiceTests", ["CheckinFlows", "GatewayEngine", "GatewayVoice"]),
    test(
      "WebTests",
      [
        "CheckinFlows", "GatewayEngine", "GatewayWeb", "GatewayHTTP", "GatewayProviders",
        "TestSupport", hummingbird, httpTypes, logging, lifecycle, nioCore,
        .product(name: "NIOEmbedded", package: "swift-nio"),
      ]),
    test(
      "ScenarioTests",
      [
        "CheckinFlows", "GatewayEngine", "Gateway", "GatewayHTTP", "GatewayStore", "GatewayWeb",
        "MockLine",
        "TestSupport", logging, lifecycle,
      ]),
    test(
      "MockLineTests",
      ["MockLine", "GatewayHTTP", hummingbird, httpTypes, nioCore, logging, lifecycle]),
    .executableTarget(
      name: "emptyserver", dependencies: [hummingbird], path: "Tests/Bench/Yardstick",
      swiftSettings: settings),
    test("TidyTests", []),
  ]
)
