import CheckinFlows

/// Limits for what is not life-safety, for one provider.
package struct BrakeLimits: Hashable, Sendable {
  /// Requests a second on average; `nil` means no limit.
  package var mostPerSecond: Double?
  /// Requests that may be under way at once; `nil` means no limit.
  package var mostInFlight: Int?

  package init(mostPerSecond: Double? = nil, mostInFlight: Int? = nil) {
    self.mostPerSecond = mostPerSecond
    self.mostInFlight = mostInFlight
  }
}

/// Counts courtesy requests of one provider. Life-safety never asks it.
struct Brake {
  let limits: BrakeLimits
  private(set) var inFlight = 0
  private var tokens: Double
  private var filledAt: Instant?

  /// A second's worth may leave at once, and at least one request.
  private var mostTokens: Double { max(1, limits.mostPerSecond ?? 1) }

  init(_ limits: BrakeLimits) {
    self.limits = limits
    self.tokens = max(1, limits.mostPerSecond ?? 1)
  }

  /// Takes a place for one request, or says that there is none now.
  mutating func take(at now: Instant) -> Bool {
    fill(at: now)
    if let most = limits.mostInFlight, inFlight >= most { return false }
    if limits.mostPerSecond != nil {
      guard tokens >= 1 else { return false }
      tokens -= 1
    }
    inFlight += 1
    return true
  }

  mutating func giveBack() {
    inFlight = max(0, inFlight - 1)
  }

  /// When the rate alone would let the next request through.
  mutating func nextRoom(at now: Instant) -> Instant {
    fill(at: now)
    guard let rate = limits.mostPerSecond, rate > 0, tokens < 1 else { return now }
    let milliseconds = Int64(((1 - tokens) / rate * 1000).rounded(.up))
    return Instant(milliseconds: now.milliseconds + max(1, milliseconds))
  }

  private mutating func fill(at now: Instant) {
    defer { filledAt = now }
    guard let filledAt, let rate = limits.mostPerSecond, now > filledAt else { return }
    let seconds = Double(now.milliseconds - filledAt.milliseconds) / 1000
    tokens = min(mostTokens, tokens + seconds * rate)
  }
}
