import CheckinFlows
import ServiceLifecycle

/// The engine: everything between the web, the store and the telephone companies.
///
/// `run` does the start-up work and then all long jobs until a graceful shutdown; each of them
/// finishes what it has in hand, and what is left in the store is taken up by the next start.
package final class Engine: Service, InboundDesk {
  package let core: EngineCore
  package let intake: Intake
  package let calls: any CallDesk
  package let deadlines: DeadlineRunner
  package let sender: OutboxSender
  package let reconciler: Reconciler
  package let auditor: Auditor
  package let catchUp: CatchUp
  package let orphans: OrphanRound
  package let accounts: AccountWatch
  package let janitor: Janitor
  package let emergency: EmergencyPager
  let startUp: StartUp
  let optionalRounds: [WorkerLoop]

  package init(_ configuration: Configuration, _ world: World, _ desks: Desks) {
    let core = EngineCore(configuration, world)
    self.core = core
    calls = desks.calls(core)
    intake = Intake(core, operators: desks.operators(core), calls: calls)
    deadlines = DeadlineRunner(core, calls: calls)
    sender = OutboxSender(core, outside: world.outside)
    reconciler = Reconciler(core)
    auditor = Auditor(core)
    catchUp = CatchUp(core, intake: intake)
    orphans = OrphanRound(core, intake: intake)
    accounts = AccountWatch(core)
    janitor = Janitor(core)
    emergency = EmergencyPager(core)
    startUp = StartUp(core)
    optionalRounds = Self.optionalRounds(configuration, world, core)
  }

  // MARK: What comes in

  package func receive(_ events: [InboundEvent], from provider: String) async throws {
    try await intake.receive(events, from: provider)
  }

  package func answer(_ turn: InboundTurn, from provider: String) async -> WebhookAnswer {
    await calls.answer(turn, from: provider)
  }

  // MARK: The long jobs

  package func run() async throws {
    try await start()
    let services = services
    try await withThrowingTaskGroup { group in
      for service in services { group.addTask { try await service.run() } }
      try await group.waitForAll()
    }
  }

  /// What has to be done before anything else runs; `run` does it by itself.
  package func start() async throws {
    let now = core.clock.now()
    core.status.started(at: now)
    try await reconciler.recoverAtStart()
    await startUp.gatherLongOverdueOrReport(at: now)
  }

  private var services: [any Service] {
    let rounds: [any Service] = [
      core.loop("deadlines", on: .deadlines, deadlines.tick),
      sender,
      core.loop("reconciler", on: .outbox, reconciler.step),
      core.loop("auditor", auditor.step),
      core.loop("catch-up", catchUp.step),
      core.loop("orphans", orphans.step),
      core.loop("accounts", accounts.step),
      core.loop("janitor", janitor.step),
      core.loop("emergency", emergency.step),
    ]
    return rounds + optionalRounds
  }

  private static func optionalRounds(
    _ configuration: Configuration, _ world: World, _ core: EngineCore
  ) -> [WorkerLoop] {
    var rounds: [WorkerLoop] = []
    if let steady = world.steady {
      rounds.append(core.loop("clock", ClockWatch(core, steady: steady).step))
    }
    if let disk = world.disk {
      rounds.append(core.loop("disk", DiskWatch(core, space: disk).step))
    }
    if let target = world.heartbeat {
      let heartbeat = Heartbeat(
        core, target: target, intervalSeconds: configuration.heartbeatSeconds)
      rounds.append(core.loop("heartbeat", heartbeat.step))
    }
    return rounds
  }
}
