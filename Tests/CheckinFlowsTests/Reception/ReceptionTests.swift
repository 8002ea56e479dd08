import CheckinFlows
import Testing

@Suite struct ReceptionTests {
  private let now = WatchSamples.start.adding(minutes: 1)
  private let surroundings = ReceptionSurroundings(
    tenant: .first, policyID: PolicyID(rawValue: 1), policy: Policy(),
    newCase: CaseID(rawValue: 50))

  private func decide(
    _ meaning: Meaning, from identity: CallerIdentity, replies: ReplyHistory = ReplyHistory(),
    asRight: Meaning? = nil
  ) -> [ReceptionDecision] {
    let text = IncomingText(
      words: "ord", sentAt: nil, reading: Reading(meaning),
      readingAsRight: asRight.map { Reading($0) })
    let caller = Caller(number: StoryWorld.number(12), identity: identity, replies: replies)
    return Reception.decide(text, from: caller, at: now, in: surroundings)
  }

  private func situation(_ watch: Watch? = nil, _ cases: [OpenCase] = []) -> Situation {
    Situation(person: PersonID(rawValue: 3), watch: watch, openCases: cases)
  }

  private func kinds(_ decisions: [ReceptionDecision]) -> [CaseKind] {
    decisions.compactMap {
      guard case .openCase(let order) = $0 else { return nil }
      return order.kind
    }
  }

  @Test func helpIsHelpWhoeverAsksAndHoweverOften() {
    let tired = ReplyHistory(withoutCommand: 99, strangerWasAnswered: true)
    let callers: [CallerIdentity] = [
      .stranger(openCases: []), .paused(situation()), .person(situation()),
      .shared([situation(), situation()]),
    ]
    for caller in callers {
      let decisions = decide(.sos(start: nil), from: caller, replies: tired)
      #expect(kinds(decisions) == [.sos])
      #expect(decisions.contains(.reply(.help(at: now))))
    }
  }

  @Test func silentHelpAndDuressAreNeverAnsweredWithAWordOfHelp() {
    let person = CallerIdentity.person(situation())
    let silent = decide(.silentSos, from: person)
    #expect(kinds(silent) == [.silentSOS])
    #expect(silent.filter(\.isReply).isEmpty)
    let duress = decide(.closeDuress, from: person, asRight: .unknown)
    #expect(kinds(duress) == [.duress])
    #expect(duress.filter(\.isReply) == decide(.unknown, from: person).filter(\.isReply))
  }

  @Test func anotherCryForHelpGoesToTheOpenCaseAndMayMakeItGraver() {
    let open = OpenCase(id: CaseID(rawValue: 9), kind: .sos)
    let person = CallerIdentity.person(situation(nil, [open]))
    #expect(kinds(decide(.sos(start: nil), from: person)).isEmpty)
    #expect(
      decide(.silentSos, from: person).contains(.upgradeCase(CaseID(rawValue: 9), to: .silentSOS)))
  }

  @Test func ourOwnNumberIsNeverAnswered() {
    #expect(decide(.sos(start: nil), from: .ourselves) == [.logOnly(.fromOurselves)])
  }

  @Test func lettersAsSenderAreNeverAnswered() {
    #expect(decide(.status, from: .alphanumeric).filter(\.isReply).isEmpty)
    #expect(kinds(decide(.sos(start: nil), from: .alphanumeric)) == [.sos])
  }

  @Test func aStrangerIsAnsweredOnceADay() {
    let stranger = CallerIdentity.stranger(openCases: [])
    #expect(decide(.unknown, from: stranger) == [.replyToStranger(.stranger)])
    let answered = ReplyHistory(strangerWasAnswered: true)
    #expect(
      decide(.unknown, from: stranger, replies: answered) == [.logOnly(.strangerAnsweredAlready)])
  }

  @Test func aSuspendedPersonIsToldSoButALiveWatchIsKept() {
    let end = WatchSamples.end
    #expect(
      decide(.start(end: end), from: .paused(situation())) == [.replyWithoutCommand(.paused)])
    let watched = CallerIdentity.paused(situation(WatchSamples.armed()))
    let closing = WatchEvent.close(.text(sentAt: nil), code: nil)
    #expect(decide(.close, from: watched) == [.tellWatch(WatchID(rawValue: 1), closing)])
  }

  @Test func afterTheFifthReplyOnlyOperatorsAreTold() {
    let watched = CallerIdentity.person(situation(WatchSamples.armed()))
    for (count, isAnswered) in [(4, true), (5, false)] {
      let note = WatchEvent.message(.note("ord"), answered: isAnswered)
      #expect(
        decide(.note, from: watched, replies: ReplyHistory(withoutCommand: count))
          == [.tellWatch(WatchID(rawValue: 1), note)])
    }
  }

  @Test func aSharedNumberNeverClosesAndNeverExtends() {
    let shared = CallerIdentity.shared([situation(WatchSamples.armed()), situation()])
    let asked = ReceptionDecision.tellWatch(
      WatchID(rawValue: 1), .message(.ambiguous("ord"), answered: true))
    for meaning in [Meaning.close, .closeWithCode, .extend(minutes: 30)] {
      #expect(decide(meaning, from: shared) == [asked])
    }
  }

  @Test func whereverItIsTextedTheDuressCodeIsAnsweredLikeTheRightOne() {
    let shared = CallerIdentity.shared([situation(), situation()])
    let tired = ReplyHistory(withoutCommand: 99)
    for meaning in [Meaning.closeWithCode, .noWatch, .status, .start(end: WatchSamples.end)] {
      for caller in [shared, .paused(situation()), .person(situation())] {
        for replies in [ReplyHistory(), tired] {
          // A start of one's own is a watch, whose text has a test of its own.
          if case (.start, .person) = (meaning, caller) { continue }
          let asRight = decide(meaning, from: caller, replies: replies)
          let asDuress = decide(.closeDuress, from: caller, replies: replies, asRight: meaning)
          #expect(asDuress.filter(\.isReply) == asRight.filter(\.isReply))
          #expect(kinds(asDuress) == [.duress])
        }
      }
    }
  }

  @Test func onASharedPhoneTheDuressCodeIsAskedBackLikeTheRightOne() {
    let shared = CallerIdentity.shared([situation(WatchSamples.armed()), situation()])
    let asked = WatchEvent.message(.ambiguous("ord"), answered: true)
    #expect(
      decide(.closeDuress, from: shared, asRight: .closeWithCode)
        == [.tellWatch(WatchID(rawValue: 1), .duress(lookingLike: asked, .text(sentAt: nil)))])
  }

  @Test func aSharedPhoneShowsNoAlarmWhileOneOfItsPeopleHasASilentOne() {
    let silent = WatchSamples.watch(after: [(-60, .help(silent: true, WatchSamples.text))])
    let held = CaseID(rawValue: 7)
    let alone = CallerIdentity.shared([situation(silent), situation()])
    #expect(decide(.sos(start: nil), from: alone) == [.tellCase(held, .helpAgain(silent: false))])
    #expect(
      decide(.noWatch, from: alone)
        == [.tellCase(held, .signOfLife(withCode: false)), .replyWithoutCommand(.nothing)])
    let beside = CallerIdentity.shared([situation(silent), situation(WatchSamples.armed())])
    #expect(
      decide(.sos(start: nil), from: beside)
        == [
          .tellCase(held, .helpAgain(silent: false)),
          .tellWatch(WatchID(rawValue: 1), .help(silent: true, .text(sentAt: nil))),
        ])
  }

  @Test func duringASilentCaseEverythingLooksAsIfNobodyWereWatched() {
    let silent = WatchSamples.watch(after: [(-60, .help(silent: true, WatchSamples.text))])
    let held = CaseID(rawValue: 7)
    let person = CallerIdentity.person(situation(silent))
    for meaning in [Meaning.status, .noWatch, .unknown, .callMe, .askTime] {
      let plain = decide(meaning, from: .person(situation())).filter(\.isReply)
      let decisions = decide(meaning, from: person)
      #expect(decisions.filter(\.isReply) == plain)
      #expect(kinds(decisions).isEmpty)
    }
    let end = WatchSamples.end.adding(minutes: 60)
    #expect(
      decide(.start(end: end), from: person)
        == [.tellCase(held, .newWatchWish(end: end)), .reply(.started(end: end))])
    #expect(decide(.sos(start: nil), from: person) == [.tellCase(held, .helpAgain(silent: false))])
  }
}
