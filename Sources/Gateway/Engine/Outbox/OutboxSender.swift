import CheckinFlows
import Logging
import ServiceLifecycle
import Synchronization

/// Takes what is due from the outbox, asks the flows whether it is still wanted, posts it, and
/// records what came of it. Nothing is posted twice by itself.
///
/// Life-safety goes first and knows no brake but the machine's own capacity; courtesy asks the
/// brakes of its provider.
package final class OutboxSender: Service {
  /// Requests under way at once. Far more than any provider's connections take at a time, so that
  /// one slow answer never holds up a page.
  static let mostInFlight = 256
  /// Items in one transaction: the whole batch shares one durable commit.
  static let mostInOneClaim = 128
  private static let pauseAfterErrorSeconds = 1

  let store: any Store
  let quietStore: any Store
  let pool: ProviderPool
  let flows: FlowRunner
  let faults: FaultDesk
  let outside: (any OutsideCommand)?
  let clock: any EngineClock
  let signals: EngineSignals
  let metrics: EngineMetrics
  let logger: Logger
  let lines = EngagedLines()
  private let inFlight = Mutex(0)

  package init(_ core: EngineCore, outside: (any OutsideCommand)?) {
    store = core.store
    quietStore = core.quietStore
    pool = core.providers
    flows = core.flows
    faults = core.faults
    self.outside = outside
    clock = core.clock
    signals = core.signals
    metrics = core.metrics
    logger = core.logger
  }

  /// Sends until a graceful shutdown, then finishes what is under way.
  package func run() async throws {
    let sleeper = Sleeper(clock: clock, signals: signals)
    await withDiscardingTaskGroup { group in
      while !Sleeper.isStopping {
        let seen = signals.generation(of: .outbox)
        let claim = await claimOrPause()
        for errand in claim.errands { group.addTask { await self.carryOut(errand) } }
        guard claim.handled == 0 else { continue }
        await sleeper.sleep(until: claim.wakeAt, or: .outbox, beyond: seen)
      }
    }
  }

  /// Sends all that is due now and waits for the outcomes. Returns how many items it handled.
  package func sendDue() async throws -> Int {
    var handled = 0
    while true {
      let claim = try await claim()
      guard claim.handled > 0 else { return handled }
      handled += claim.handled
      await withDiscardingTaskGroup { group in
        for errand in claim.errands { group.addTask { await self.carryOut(errand) } }
      }
    }
  }

  private func claimOrPause() async -> Claim {
    do {
      return try await claim()
    } catch {
      logger.error("outbox.claim-failed", metadata: ["error": "\(type(of: error))"])
      let wakeAt = clock.now().adding(seconds: Self.pauseAfterErrorSeconds)
      return Claim(errands: [], handled: 0, wakeAt: wakeAt)
    }
  }

  private func claim() async throws -> Claim {
    let room = Self.mostInFlight - inFlight.withLock { $0 }
    guard room > 0 else { return Claim(errands: [], handled: 0, wakeAt: nil) }
    let claim = try await claim(atMost: min(room, Self.mostInOneClaim))
    inFlight.withLock { $0 += claim.errands.count }
    return claim
  }

  private func carryOut(_ errand: Errand) async {
    observeLateness(of: errand)
    let outcome = await post(errand)
    if errand.item.lane == .courtesy { pool.giveBackRoom(at: errand.sender) }
    await record(outcome, of: errand)
    inFlight.withLock { $0 -= 1 }
    signals.raise(.outbox)
  }

  private func post(_ errand: Errand) async -> SendOutcome {
    switch errand.request {
    case .text(let text, let provider):
      return await provider.send(text)
    case .call(let call, let provider):
      return await provider.place(call)
    case .command(let command, let caseReference):
      guard let outside else { return .refused(.configuration) }
      let isDone = await outside.run(command, caseReference: caseReference)
      return isDone ? .accepted(providerID: errand.item.ref.rawValue) : .refused(.other)
    }
  }

  private func observeLateness(of errand: Errand) {
    let milliseconds = clock.now().milliseconds - errand.item.dueAt.milliseconds
    metrics.observe(
      .engineLatenessSeconds, ["step": "outbox"], seconds: Double(max(0, milliseconds)) / 1000)
  }
}

/// One item, claimed: it must be posted now, once.
struct Errand: Sendable {
  enum Request: Sendable {
    case text(OutgoingText, any TelephonyProvider)
    case call(OutgoingCall, any TelephonyProvider)
    case command(String, caseReference: String)
  }

  let item: OutboxItem
  /// The provider's name, or that of the outside path.
  let sender: String
  let request: Request
}

struct Claim: Sendable {
  let errands: [Errand]
  /// Items that left `pending`, the withdrawn and the refused ones included.
  let handled: Int
  /// When it is worth looking again, if no signal comes before.
  let wakeAt: Instant?
}
