import Foundation
import Synchronization

/// The shell around the pure company: its lock, its timer, its way to the gateway.
final class Switchboard: Sendable {
  struct State: ~Copyable {
    var company: Company
    /// Requests being answered, webhooks and fetches on their way.
    var busyCount = 0
    var waiters: [CheckedContinuation<Void, Never>] = []
    var listeners: [Int: AsyncStream<String>.Continuation] = [:]
    var nextListener = 0
    var isStopped = false
    /// Answers that are kept back; they end when the line closes.
    var pauses: [Int: Task<Void, any Error>] = [:]
    var nextPause = 0
  }

  let state: Mutex<State>
  let clock: any LineClock
  private let client: any WebhookClient
  private let effects: AsyncStream<Effect>
  private let effectsInlet: AsyncStream<Effect>.Continuation
  private let nudges: AsyncStream<Void>
  private let nudgesInlet: AsyncStream<Void>.Continuation
  /// How many requests to the gateway are on their way at once.
  private let gate = Gate(limit: 128)

  init(company: Company, clock: any LineClock, client: any WebhookClient) {
    state = Mutex(State(company: company))
    self.clock = clock
    self.client = client
    (effects, effectsInlet) = AsyncStream.makeStream()
    (nudges, nudgesInlet) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// Changes the company now, and lets what follows from it happen.
  func apply<Result: Sendable>(_ change: (inout Company, Date) -> Result) -> Result {
    let now = clock.now
    let result = state.withLock { state in
      state.company.activityCount += 1
      return change(&state.company, now)
    }
    settle()
    return result
  }

  func read<Result: Sendable>(_ look: (borrowing Company) -> Result) -> Result {
    state.withLock { look($0.company) }
  }

  // MARK: Requests from the gateway

  /// Changes the company, but lets what follows wait until the ticket is handed back, so that no
  /// callback overtakes the answer unless a fault says so.
  func beginRequest(
    _ change: (inout Company, Date) -> LineAnswer
  ) -> (LineAnswer, RequestTicket) {
    let now = clock.now
    let answer = state.withLock { state in
      state.busyCount += 1
      state.company.activityCount += 1
      return change(&state.company, now)
    }
    return (answer, RequestTicket(switchboard: self))
  }

  /// Called by the ticket alone.
  func finishRequest() {
    settle()
    release()
  }

  // MARK: What is due

  /// Lets everything happen that is due, and starts what it wants done.
  func settle() {
    let now = clock.now
    let (started, changed, listeners) = state.withLock { state in
      _ = state.company.happen(at: now)
      let started = state.company.effects
      state.company.effects.removeAll(keepingCapacity: true)
      state.busyCount += started.count
      let changed = state.company.changedPhones
      state.company.changedPhones.removeAll(keepingCapacity: true)
      return (started, changed, Array(state.listeners.values))
    }
    for effect in started { effectsInlet.yield(effect) }
    for listener in listeners { for number in changed { listener.yield(number) } }
    nudgesInlet.yield()
  }

  /// Runs until cancelled: sends what is to be sent, wakes when something is due.
  func run() async {
    await withDiscardingTaskGroup { group in
      group.addTask { await self.keepTime() }
      group.addTask { await self.keepListeners() }
      for await effect in effects {
        await gate.enter()
        group.addTask { await self.perform(effect) }
      }
      group.cancelAll()
    }
    stop()
  }

  private func keepTime() async {
    var sleeper: (task: Task<Void, Never>, due: Date)?
    for await _ in nudges {
      guard let due = read({ $0.agenda.nextDue }) else { continue }
      if let sleeper, sleeper.due <= due, sleeper.due > clock.now { continue }
      sleeper?.task.cancel()
      // A task of its own, because a sleep on a foreign clock can only be ended by cancelling it.
      let task = Task {
        guard (try? await clock.sleep(until: due)) != nil else { return }
        settle()
      }
      sleeper = (task, due)
    }
    sleeper?.task.cancel()
  }

  private func stop() {
    let waiters = state.withLock { state in
      state.isStopped = true
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter.resume() }
  }

  /// Sleeps on the line's clock, at most until the line closes.
  func pause(seconds: Double) async {
    let clock = clock
    let deadline = clock.now.addingTimeInterval(seconds)
    // A task of its own, so that closing the line can end it.
    let task = Task { try await clock.sleep(until: deadline) }
    let id = state.withLock { state in
      state.nextPause += 1
      state.pauses[state.nextPause] = task
      return state.nextPause
    }
    try? await task.value
    state.withLock { $0.pauses[id] = nil }
  }

  // MARK: The way to the gateway

  private func perform(_ effect: Effect) async {
    let began = clock.now
    switch effect {
    case .post(let webhook):
      let result = await client.send(.form(webhook.url, webhook.fields))
      gate.leave()
      let tookSeconds = clock.now.timeIntervalSince(began) / clock.speed
      apply { company, now in
        company.answered(webhook, with: result.webhookAnswer, tookSeconds: tookSeconds, at: now)
      }
    case .fetch(let url):
      let recording = await fetch(url)
      gate.leave()
      apply { company, now in company.fetched(recording, url: url, at: now) }
    }
    release()
  }

  private func fetch(_ url: String) async -> Recording? {
    guard let bytes = await client.send(.get(url)).content else { return nil }
    let words = await client.send(.get(Self.wordsAddress(of: url))).content
    let text = words.map { String(decoding: $0, as: UTF8.self) }?
      .trimmingCharacters(in: .whitespacesAndNewlines)
    return Recording(bytes: bytes, words: text ?? url)
  }

  /// `…/prompt.wav?x` has its words at `…/prompt.txt?x`.
  static func wordsAddress(of url: String) -> String {
    let path = url.prefix { $0 != "?" }
    guard let dot = path.lastIndex(of: "."), let slash = path.lastIndex(of: "/"), dot > slash
    else { return path + ".txt" }
    return path[..<dot] + ".txt" + url.dropFirst(path.count)
  }
}
