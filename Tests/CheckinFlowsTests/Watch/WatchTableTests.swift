import CheckinFlows
import Testing

@Suite struct WatchTableTests {
  /// Before the end, at it, in the middle of the sequence, after it, and long after.
  static let times = [-4000, -300, 0, 100, 400, 4000, 100_000]

  @Test func everyEventInEveryStateLeavesAConsistentWatch() {
    for (name, watch) in WatchSamples.everyState {
      for event in WatchSamples.everyEvent {
        for seconds in Self.times {
          var changed = watch
          let now = WatchSamples.end.adding(seconds: seconds)
          let effects = changed.apply(event, at: now, in: WatchSamples.surroundings())
          #expect(changed.contractBreach(after: effects, from: watch) == nil, "\(name), \(event)")
        }
      }
    }
  }

  @Test func theSameEventAlwaysGivesTheSameAnswer() {
    for (_, watch) in WatchSamples.everyState {
      for event in WatchSamples.everyEvent {
        var (first, second) = (watch, watch)
        let now = WatchSamples.end
        let one = first.apply(event, at: now, in: WatchSamples.surroundings())
        let other = second.apply(event, at: now, in: WatchSamples.surroundings())
        #expect(one == other)
        #expect(first == second)
      }
    }
  }

  @Test func aWakeUpBeforeItsTimeChangesNothing() {
    for (name, watch) in WatchSamples.everyState {
      guard let due = watch.dueAt else { continue }
      var woken = watch
      let effects = woken.apply(
        .deadlinePassed, at: due.adding(seconds: -1), in: WatchSamples.surroundings())
      #expect(effects.isEmpty, "\(name)")
      #expect(woken == watch, "\(name)")
    }
  }

  @Test func onlyAPersonAnOperatorOrAClosedCaseClosesAWatch() {
    for (name, watch) in WatchSamples.everyState where watch.isLive {
      for event in WatchSamples.everyEvent where !event.mayClose {
        for seconds in Self.times {
          var changed = watch
          _ = changed.apply(
            event, at: WatchSamples.end.adding(seconds: seconds),
            in: WatchSamples.surroundings())
          #expect(changed.isLive, "\(name), \(event)")
        }
      }
    }
  }
}

extension WatchEvent {
  /// The only events that may ever end a watch.
  fileprivate var mayClose: Bool {
    switch self {
    case .close(_, let code): code == nil || code == .right
    case .byOperator(.close, _), .ofCase(_, .closed): true
    default: false
    }
  }
}

extension Watch {
  /// What the safety contract would say of this change; nil when it holds.
  func contractBreach(after effects: [WatchEffect], from before: Watch) -> String? {
    if isLive != (nextStep != nil) { return "a live watch has a next step, no other has one" }
    if case .awaitingOperator = phase, holdingCase == nil { return "no case holds it" }
    if case .byCase(let id) = nextStep, id != holdingCase?.id { return "waits for another case" }
    if clockBeside != nil, holdingCase?.kind != .dangerWords { return "a clock beside no danger" }
    if case .closed = before.phase, phase != before.phase || end != before.end {
      return "a closed watch changed"
    }
    return phoneBreach(after: effects, from: before)
  }

  private func phoneBreach(after effects: [WatchEffect], from before: Watch) -> String? {
    for effect in effects {
      switch effect {
      case .call(let number):
        if isSilent { return "a silent phone is rung" }
        if attempts.last?.number != number { return "a call for no attempt" }
      case .text where before.isSilent && isSilent:
        return "a silent phone gets a text from the watch"
      case .openCase(let order) where order.kind.holdsWatch && order.watch != nil:
        if holdingCase?.id != order.id { return "a holding case that does not hold" }
      case .text, .openCase, .tellCase, .upgradeCase, .tellAfterwards, .refused, .log:
        break
      }
    }
    return nil
  }
}
