import CheckinFlows
import Foundation
import GatewayEngine
import GatewayStore

/// The database opens, has a schema that this version knows, takes writes and has room to grow;
/// and somebody is there to be paged.
struct DatabaseCheck {
  private let configuration: GatewayConfiguration
  private let clock: any EngineClock

  /// Below this the engine pages somebody; below the other one it is time to act.
  private static let fewestBytes: Int64 = 200 << 20
  private static let comfortableBytes: Int64 = 1 << 30

  init(_ configuration: GatewayConfiguration, clock: any EngineClock) {
    self.configuration = configuration
    self.clock = clock
  }

  private var path: String { configuration.databasePath }

  func findings() async -> [ConfigurationFinding] {
    guard FileManager.default.fileExists(atPath: path) else { return folderFindings() }
    do {
      let version = try SQLiteStore.schemaVersion(ofFileAt: path)
      guard version == Migrations.newest else {
        return [.warning("The database has an older schema. `serve` brings it up to date.")]
          + roomFindings()
      }
      return try await findingsInside() + roomFindings()
    } catch {
      return [.error("\(path): \(ErrorWords.text(of: error))", key: "database.url")]
    }
  }

  /// No database yet: whether `serve` can make one.
  private func folderFindings() -> [ConfigurationFinding] {
    var folder = URL(filePath: path).deletingLastPathComponent()
    while folder.path != "/", !FileManager.default.fileExists(atPath: folder.path) {
      folder.deleteLastPathComponent()
    }
    guard FileManager.default.isWritableFile(atPath: folder.path) else {
      return [
        .error(
          "There is no database at \(path), and \(folder.path) cannot be written to make one. "
            + "Run this as gatewayd's user, or correct database.url.", key: "database.url")
      ]
    }
    return [.warning("There is no database yet; `serve` makes it at \(path).")]
  }

  private func findingsInside() async throws -> [ConfigurationFinding] {
    let store = try SQLiteStore.open(path: path, clock: clock, migrating: false)
    do {
      let now = clock.now()
      try await store.write { try $0.saveSetting("check.latest", "\(now.milliseconds)") }
      let operators = try await store.read {
        try $0.operators(of: .first, includingDisabled: false)
      }
      await store.close()
      return ladderFindings(operators.filter { $0.role == .operator && $0.rung != nil })
    } catch {
      await store.close()
      throw error
    }
  }

  private func ladderFindings(_ ladder: [OperatorRow]) -> [ConfigurationFinding] {
    guard !ladder.isEmpty else {
      return [
        .warning(
          "Nobody is on the ladder: no page reaches a human. Add operators: `gatewayd user add NAME "
            + "--number NUMBER --role operator --on-duty`.")
      ]
    }
    let onDuty = ladder.filter { $0.onDutySince != nil }
    guard !onDuty.isEmpty else {
      return [.warning("Nobody is on duty: use `gatewayd duty on NAME`.")]
    }
    let rule = configuration.diallingRule
    return onDuty.filter { $0.number.flatMap { rule.verdict(on: $0).dialable } == nil }.map {
      .error(
        "\($0.name) is on duty with a number that may not be dialled. See service.countries, or "
          + "add the operator anew.")
    }
  }

  private func roomFindings() -> [ConfigurationFinding] {
    guard let free = DatabaseDisk(databasePath: path).freeBytes(), free < Self.comfortableBytes
    else { return [] }
    let text =
      "The disk of the database has \(free >> 20) MiB left. Free space: a full disk takes no "
      + "check-in."
    return [free < Self.fewestBytes ? .error(text) : .warning(text)]
  }
}
