package import CheckinFlows
import Foundation
package import GatewayEngine
import GatewayStore

/// What an administrator does from the command line: the store, opened and brought up to date, and
/// the actions on it. Only the database is needed; a telephone company need not be configured.
///
/// A running `serve` shares the file and sees every change within a second.
package struct Administration: Sendable {
  package let store: any Store
  package let actions: ServiceActions
  package let access: AccessDesk
  package let clock: any EngineClock
  package let zone: TenantZone
  package let tenant = TenantID.first
  /// Whoever sits at the keyboard, as the log tells it.
  package let administrator: Actor
  /// Texts name the number to ring; without one nothing may be ordered that is written to people.
  let hasNumber: Bool

  /// Opens the configured database, and makes it where it is missing. Throws errors whose
  /// descriptions say what to do.
  package static func open(
    _ configuration: GatewayConfiguration, clock: any EngineClock = SystemClock(),
    random: any RandomSource = SystemRandom()
  ) async throws -> Administration {
    try DatabaseFolder.prepare(for: configuration.databasePath)
    let store = try openStore(configuration.databasePath, clock)
    do {
      let key = try CodeKeyFile.key(for: configuration, random: random)
      try await CodeKeyGuard.confirm(key, in: store)
      return try Administration(configuration, store, codeKey: key, clock, random)
    } catch {
      await store.close()
      throw error
    }
  }

  private static func openStore(_ path: String, _ clock: any EngineClock) throws -> SQLiteStore {
    do {
      return try SQLiteStore.open(path: path, clock: clock)
    } catch let failure as StoreFailure {
      throw AdministrationRefused("\(path): \(failure)")
    }
  }

  private init(
    _ configuration: GatewayConfiguration, _ store: any Store, codeKey: [UInt8],
    _ clock: any EngineClock, _ random: any RandomSource
  ) throws {
    self.store = store
    self.clock = clock
    zone = TenantZone(identifier: configuration.timeZone) ?? .stockholm
    hasNumber = configuration.numberToRing != nil
    actions = ServiceActions(
      flows: FlowRunner(
        try configuration.flowsForCommands(), random: random, metrics: EngineMetrics()),
      codes: CodeKeeper(key: codeKey), tenant: .first)
    access = AccessDesk(store: store, clock: clock, random: random)
    administrator = .named("command line (\(NSUserName()))")
  }

  package func close() async {
    await store.close()
  }

  /// For log entries that no flow writes.
  var logActor: LogActor {
    switch administrator {
    case .operator(let id): .operator(id)
    case .named(let name): .token(name)
    }
  }

  /// Tells open cases who is on duty now, in the transaction that changed it.
  func tellLadder(in transaction: any StoreTransaction, at now: Instant) throws {
    guard try !transaction.cases(.unclaimed, of: tenant, after: nil, limit: 1).isEmpty else {
      return
    }
    try checkNumber()
    try actions.flows.ladderChanged(
      of: tenant, cause: FlowCause(logActor), in: transaction, at: now)
  }

  /// Before anything that may write to people.
  func checkNumber() throws {
    guard hasNumber else {
      throw AdministrationRefused(
        "This may send texts, and they name our number. Run it with the configuration that `serve`"
          + " has, or set service.number.")
    }
  }
}

/// A command cannot do what it was asked. The text says what to do.
package struct AdministrationRefused: Error, Hashable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}
