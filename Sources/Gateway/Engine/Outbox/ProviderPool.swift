package import CheckinFlows
import Synchronization

/// The telephone companies in order of preference, and what is known of their health.
package final class ProviderPool: Sendable {
  /// So many failures in a row are an outage, not bad luck.
  static let failuresUntilOutage = 3
  /// A provider that cannot serve is left alone this long, where another one can.
  static let restSeconds = 30

  package struct Health: Hashable, Sendable {
    /// Since the latest success; unknown outcomes count, refusals of one number do not.
    package var failuresInRow = 0
    package var restsUntil: Instant?
    /// Why it cannot serve at all; `nil` while it can.
    package var trouble: ProviderTrouble?
  }

  private struct State {
    var health: [String: Health] = [:]
    var brakes: [String: Brake] = [:]
  }

  package let providers: [any TelephonyProvider]
  private let state: Mutex<State>

  /// `providers` in order of preference; `brakes` by name.
  package init(_ providers: [any TelephonyProvider], brakes: [String: BrakeLimits] = [:]) {
    self.providers = providers
    self.state = Mutex(State(brakes: brakes.mapValues(Brake.init)))
  }

  package func named(_ name: String) -> (any TelephonyProvider)? {
    providers.first { $0.name == name }
  }

  /// The first that is well; when none is, the first of all: trying beats silence.
  package func preferred(at now: Instant) -> (any TelephonyProvider)? {
    let health = state.withLock { $0.health }
    let isWell = { (provider: any TelephonyProvider) in
      (health[provider.name]?.restsUntil).map { $0 <= now } ?? true
    }
    return providers.first(where: isWell) ?? providers.first
  }

  /// The next one after `name` in order of preference.
  package func next(after name: String) -> (any TelephonyProvider)? {
    guard let index = providers.firstIndex(where: { $0.name == name }) else { return nil }
    return providers.dropFirst(index + 1).first
  }

  package func health(of name: String) -> Health {
    state.withLock { $0.health[name] ?? Health() }
  }

  /// Counts an outcome. Returns the trouble when this outcome made it known.
  func note(_ outcome: SendOutcome, of name: String, at now: Instant) -> ProviderTrouble? {
    switch outcome {
    case .accepted: return noteAnswer(of: name)
    case .unknown: return noteFailure(of: name, at: now)
    case .refused(let kind):
      switch kind {
      case .tryLater: return noteFailure(of: name, at: now)
      case .noCredit: return note(.noCredit, of: name, at: now)
      case .credentials: return note(.credentials, of: name, at: now)
      case .configuration: return note(.configuration, of: name, at: now)
      case .invalidNumber, .countryClosed, .optedOut, .notDialable, .other: return nil
      }
    }
  }

  /// The provider cannot serve; it rests.
  @discardableResult
  func note(_ trouble: ProviderTrouble, of name: String, at now: Instant) -> ProviderTrouble? {
    state.withLock { state in
      let old = state.health[name]?.trouble
      state.health[name, default: Health()].trouble = trouble
      state.health[name, default: Health()].restsUntil = now.adding(seconds: Self.restSeconds)
      return old == trouble ? nil : trouble
    }
  }

  /// The provider has served: all is forgiven.
  @discardableResult
  func noteAnswer(of name: String) -> ProviderTrouble? {
    state.withLock { $0.health[name] = Health() }
    return nil
  }

  /// The provider did not answer a question about itself. True when it is silent for the second
  /// time running: then it is an outage.
  func noteSilence(of name: String, at now: Instant) -> Bool {
    state.withLock { state in
      state.health[name, default: Health()].failuresInRow += 1
      return (state.health[name]?.failuresInRow ?? 0) >= 2
    }
  }

  private func noteFailure(of name: String, at now: Instant) -> ProviderTrouble? {
    let failures = state.withLock { state in
      state.health[name, default: Health()].failuresInRow += 1
      return state.health[name]?.failuresInRow ?? 0
    }
    guard failures >= Self.failuresUntilOutage else { return nil }
    return note(.unreachable, of: name, at: now)
  }

  // MARK: Brakes, for the courtesy lane alone

  func takeRoom(at name: String, now: Instant) -> Bool {
    state.withLock { $0.brakes[name]?.take(at: now) ?? true }
  }

  func giveBackRoom(at name: String) {
    state.withLock { $0.brakes[name]?.giveBack() }
  }

  func nextRoom(now: Instant) -> Instant? {
    state.withLock { state in
      var earliest: Instant?
      for name in state.brakes.keys {
        guard let room = state.brakes[name]?.nextRoom(at: now) else { continue }
        earliest = min(earliest ?? room, room)
      }
      return earliest
    }
  }
}

/// Why a provider cannot serve at all; a stable part of the fault's name.
package enum ProviderTrouble: String, CaseIterable, Sendable {
  case unreachable
  case noCredit = "no-credit"
  case credentials
  case configuration
}
