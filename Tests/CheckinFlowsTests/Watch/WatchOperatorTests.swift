import CheckinFlows
import Testing

@Suite struct WatchOperatorTests {
  private let olle = Actor.operator(OperatorID(rawValue: 1))
  private let later = WatchSamples.end.adding(minutes: 10)

  private func refusal(_ action: WatchAction, _ watch: Watch) -> WatchRefusal? {
    var watch = watch
    let effects = watch.apply(
      .byOperator(action, olle), at: later, in: WatchSamples.surroundings())
    for case .refused(let refusal) in effects { return refusal }
    return nil
  }

  @Test func aHeldWatchIsClosedAndExtendedThroughItsCase() {
    let held = WatchSamples.watch(after: [(3000, .deadlinePassed)])
    let expected = WatchRefusal.heldByCase(CaseID(rawValue: 7))
    #expect(refusal(.close(.safe, reason: "talked"), held) == expected)
    #expect(refusal(.extend(end: later.adding(minutes: 5), reason: "late"), held) == expected)
  }

  @Test func nobodyChoosesHandedOver() {
    let armed = WatchSamples.armed()
    #expect(
      refusal(.close(.handedOver, reason: "no"), armed) == .outcomeNotAllowed(.handedOver))
    #expect(refusal(.close(.safe, reason: " "), armed) == .reasonMissing)
  }

  @Test func anotherAttemptRingsAnAwaitingWatchButNeverASilentPhone() {
    var held = WatchSamples.watch(after: [(600, .deadlinePassed)])
    let effects = held.apply(
      .byOperator(.furtherAttempt(to: nil), olle), at: later, in: WatchSamples.surroundings())
    #expect(effects.contains(.call(attempt: 1)))
    #expect(held.stillWantsCall(attempt: 1, at: later, in: Policy()))
    #expect(refusal(.furtherAttempt(to: nil), held) == .attemptRuns(1))
    let silent = WatchSamples.watch(after: [(-60, .help(silent: true, WatchSamples.text))])
    #expect(refusal(.furtherAttempt(to: nil), silent) == .phoneMustStaySilent)
  }

  @Test func aCallThatWasOrderedIsNotWantedAfterACheckIn() {
    var contacting = WatchSamples.watch(after: [(0, .deadlinePassed)])
    let now = WatchSamples.end.adding(seconds: 2)
    #expect(contacting.stillWantsCall(attempt: 1, at: now, in: Policy()))
    _ = contacting.apply(
      .close(WatchSamples.text, code: nil), at: now, in: WatchSamples.surroundings())
    #expect(!contacting.stillWantsCall(attempt: 1, at: now, in: Policy()))
    #expect(!contacting.stillWants(.due(end: WatchSamples.end), at: now))
  }

  @Test func aWatchThatEndedADayAgoIsAFaultAndNobodyIsRung() {
    var forgotten = WatchSamples.armed()
    let effects = forgotten.apply(
      .deadlinePassed, at: WatchSamples.end.adding(minutes: 25 * 60),
      in: WatchSamples.surroundings())
    #expect(forgotten.holdingCase?.kind == .fault)
    for effect in effects {
      if case .call = effect { Issue.record("The person is rung.") }
      if case .text = effect { Issue.record("The person is texted.") }
    }
  }

  @Test func aLostReceiptIsUnclearAndALostCallTextIsNot() {
    for (text, count) in [(PersonText.started(end: WatchSamples.end), 1), (.missed, 0)] {
      var armed = WatchSamples.armed()
      let effects = armed.apply(
        .textFailed(text), at: WatchSamples.start, in: WatchSamples.surroundings())
      let opened = effects.filter {
        if case .openCase(let order) = $0 { return order.kind == .unclear }
        return false
      }
      #expect(opened.count == count)
    }
  }

  @Test func helpAfterTheWatchWasClosedOpensACaseOfItsOwn() {
    var closed = WatchSamples.watch(after: [(-60, .close(WatchSamples.text, code: nil))])
    let effects = closed.apply(
      .help(silent: false, .theirCall), at: later, in: WatchSamples.surroundings())
    let opened = effects.filter {
      if case .openCase(let order) = $0 { return order.kind == .sos && order.watch == nil }
      return false
    }
    #expect(opened.count == 1)
    #expect(!closed.isLive)
  }
}
