import CheckinFlows
import Testing

/// The duress code looks like success: what reaches the phone is the same, in every state.
@Suite struct DuressTests {
  private func texts(_ effects: [WatchEffect]) -> [WatchEffect] {
    effects.filter {
      if case .text = $0 { return true }
      return false
    }
  }

  @Test(arguments: [WatchSamples.text, .ourCall(attempt: 1), .theirCall])
  func thePhoneGetsTheSameAsForTheRightCodeInEveryState(_ deed: Deed) {
    for (name, watch) in WatchSamples.everyState where watch.isLive {
      for seconds in [-4700, -300, 30, 400] {
        var (right, duress) = (watch, watch)
        let now = WatchSamples.end.adding(seconds: seconds)
        let surroundings = WatchSamples.surroundings(hasCode: true)
        let asRight = right.apply(.close(deed, code: .right), at: now, in: surroundings)
        let asDuress = duress.apply(.close(deed, code: .duress), at: now, in: surroundings)
        #expect(texts(asRight) == texts(asDuress), "\(name)")
        #expect(duress.isSilent, "\(name)")
        #expect(duress.isLive, "\(name)")
      }
    }
  }

  @Test func anExtensionWithTheDuressCodeIsReadBackAndNeverCalled() {
    var watch = WatchSamples.armed()
    let deed = WatchSamples.text
    let surroundings = WatchSamples.surroundings(hasCode: true)
    let now = WatchSamples.end.adding(minutes: -5)
    let effects = watch.apply(
      .duress(lookingLike: .extend(minutes: 30, deed), deed), at: now, in: surroundings)
    #expect(texts(effects) == [.text(.extended(end: WatchSamples.end.adding(minutes: 30)))])
    #expect(watch.holdingCase?.kind == .duress)
    #expect(watch.nextStep == .byCase(CaseID(rawValue: 900)))
  }

  @Test func duringAnAlarmTheReplyToTheDuressCodeIsNotWithdrawn() {
    let words = WatchEvent.message(.note("i garaget ****"), answered: true)
    let now = WatchSamples.end.adding(minutes: -5)
    let surroundings = WatchSamples.surroundings(hasCode: true)
    var watch = WatchSamples.watch(after: [(-600, .help(silent: false, WatchSamples.text))])
    var right = watch
    let asRight = right.apply(words, at: now, in: surroundings)
    let asDuress = watch.apply(
      .duress(lookingLike: words, WatchSamples.text), at: now, in: surroundings)
    #expect(texts(asDuress) == texts(asRight))
    #expect(texts(asDuress) == [.text(.caseOpen)])
    #expect(watch.stillWants(.caseOpen, at: now))
    #expect(!watch.stillWants(.help(at: now), at: now))
  }

  @Test func aLegIsFinishedInTheSameWords() {
    let leg = WatchLeg(
      end: WatchSamples.end.adding(minutes: 60), activity: .journey, note: "hem")
    let now = WatchSamples.end.adding(minutes: -1)
    var (right, duress) = (WatchSamples.armed(legs: [leg]), WatchSamples.armed(legs: [leg]))
    let asRight = right.apply(
      .close(.theirCall, code: .right), at: now, in: WatchSamples.surroundings(hasCode: true))
    let asDuress = duress.apply(
      .close(.theirCall, code: .duress), at: now, in: WatchSamples.surroundings(hasCode: true))
    #expect(texts(asRight) == [.text(.nextLeg(end: leg.end))])
    #expect(texts(asDuress) == texts(asRight))
    #expect(right.phase == .armed)
    #expect(right.end == leg.end)
  }
}
