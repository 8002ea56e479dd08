import CheckinFlows
import Foundation
import Gateway
import GatewayEngine
import TestSupport

/// An administration on a database of its own, which goes with this object.
final class AdministrationDesk: Sendable {
  let desk: Administration
  let clock = ManualClock()
  private let folder: TemporaryFolder

  init(countries: [String] = ["46"]) async throws {
    folder = try TemporaryFolder()
    var configuration = GatewayConfiguration()
    configuration.databasePath = folder.path(of: "new/gatewayd.db")
    configuration.serviceNumber = Cast.ourNumber
    configuration.countries = countries
    desk = try await Administration.open(configuration, clock: clock, random: SeededRandom(seed: 1))
  }

  func importPeople(_ text: String, isDryRun: Bool = false) async throws -> ImportReport {
    try await desk.importPeople(ImportTable(Data(text.utf8)), isDryRun: isDryRun)
  }

  func people() async throws -> [PersonWithNumbers] {
    try await desk.people(after: nil, limit: 10_000)
  }

  func logKinds() async throws -> [String] {
    try await desk.store.read { try $0.log(after: 0, limit: 1000).map(\.entry.kind) }
  }
}

/// The words of whatever `body` throws; empty when it does not.
func refusal(_ body: () async throws -> Void) async -> String {
  do {
    try await body()
    return ""
  } catch {
    return ErrorWords.text(of: error)
  }
}
