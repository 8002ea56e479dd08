import CheckinFlows
import Testing

/// Walks through calls that nobody would script.
@Suite struct DialogueWalkTests {
  static let staffed = PhoneNumber(e164: "+46701740690")
  static let purposes: [DialoguePurpose] =
    [
      .checkCall(isLast: false, needsCode: true), .checkCall(isLast: true, needsCode: false),
      .voicemail(ownNumber: staffed), .incomingWatched(end: Line.half9, needsCode: true),
      .incomingDuringCase(needsCode: true), .incomingNotWatched, .incomingUnknown(isHidden: true),
      .incomingUnknown(isHidden: false), .incomingPaused,
      .page(kind: .notReached, priority: 2, concernedAt: Line.half9, needsCode: true),
      .pageVoicemail,
      .operatorIncoming(kind: .fault, priority: 1, concernedAt: Line.half9, needsCode: false),
      .operatorIncomingNothingOpen, .bridgeOperator(caseReference: "L48213", isSilentAlarm: true),
      .alreadyReceived,
    ] + [staffed].compactMap { $0 }.map { .outsidePage(centre: $0) }

  @Test(arguments: purposes, Language.allCases)
  func `every call of four answers, then silence, ends with a closing sentence`(
    purpose: DialoguePurpose, language: Language
  ) {
    var calls = 0
    walk(WalkedCall(purpose, language), depth: 4, calls: &calls)
    #expect(calls > 0)
  }

  private func walk(_ call: WalkedCall, depth: Int, calls: inout Int) {
    guard !call.isOver, depth > 0 else {
      calls += 1
      for answer in [CallInput.noInput, .keys("*"), .keys("7"), .keys("1")] {
        var rest = call
        rest.goOn(always: answer)
        #expect(rest.problem == nil, "\(rest.inputs)")
      }
      return
    }
    for input in call.possibleInputs {
      for next in call.branches(after: input) { walk(next, depth: depth - 1, calls: &calls) }
    }
  }

  @Test(arguments: purposes)
  func `no call goes on for ever, whatever is pressed`(purpose: DialoguePurpose) {
    var random = SmallRandom(state: 20_261_124)
    for _ in 0..<300 {
      var call = WalkedCall(purpose, .swedish)
      while !call.isOver, let input = call.possibleInputs.randomElement(using: &random),
        let next = call.branches(after: input).randomElement(using: &random)
      {
        call = next
      }
      #expect(call.problem == nil, "\(call.inputs)")
    }
  }

  @Test(arguments: purposes)
  func `a key has one meaning in the menus of one kind of call`(purpose: DialoguePurpose) {
    for key in ["1", "2", "4", "5", "9", "0"] {
      let meanings = Set(menuDeeds(of: purpose, key: key).map(meaning))
      #expect(meanings.count <= 1, "\(key): \(meanings)")
    }
  }

  /// What a key does in every question that takes one key, three answers deep.
  private func menuDeeds(of purpose: DialoguePurpose, key: String) -> [CallDeed] {
    var open = [WalkedCall(purpose, .swedish)]
    var deeds: [CallDeed] = []
    for _ in 0..<3 {
      open = open.filter { !$0.isOver }.flatMap { call in
        call.possibleInputs.flatMap { call.branches(after: $0) }
      }
      deeds += open.compactMap { $0.deed(onKey: key) }
    }
    return deeds
  }

  private func meaning(_ deed: CallDeed) -> String {
    switch deed {
    case .allWell, .code: "all is well"
    case .extendFirst, .extendHour: "more time"
    case .help: "help"
    case .operatorWanted, .operatorNotReached: "operator"
    case .callBack: "call back"
    case .noReply: "silence"
    case .takePage, .takePageWithCode: "take"
    case .passOnPage: "pass on"
    case .talk: "talk"
    }
  }
}

/// The same numbers every time.
struct SmallRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
