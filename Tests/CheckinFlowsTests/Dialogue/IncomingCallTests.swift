import CheckinFlows
import Testing

@Suite struct IncomingCallTests {
  static let watched = DialoguePurpose.incomingWatched(end: Line.half9, needsCode: false)

  @Test(arguments: [
    (
      watched, Language.swedish,
      "Hej. Du är bevakad till klockan tjugoett och trettio. Är allt bra, tryck ett. Mer tid, "
        + "tryck två. Hjälp, tryck nio. Operatör, tryck noll."
    ),
    (
      watched, .english,
      "Hello. You are watched until twenty-one thirty. If all is well, press one. More time, "
        + "press two. Help, press nine. Operator, press zero."
    ),
    (
      .incomingDuringCase(needsCode: false), .swedish,
      "Larmet har gått vidare. En operatör ringer dig. Vid akut fara, ring ett ett två."
    ),
    (
      .incomingNotWatched, .swedish,
      "Hej. Du är inte bevakad nu. För en operatör, tryck noll eller vänta kvar. För att bli "
        + "uppringd, slå ditt nummer och fyrkant."
    ),
    (
      .incomingUnknown(isHidden: true), .swedish,
      "Du har ringt Trygghetscentralen. Vänta kvar, eller slå ditt nummer och fyrkant så ringer "
        + "vi upp."
    ),
  ])
  func `a caller is greeted by what we know`(
    purpose: DialoguePurpose, language: Language, words: String
  ) {
    var line = Line(purpose, language)
    #expect(line.hears(.begin).words == words)
  }

  @Test(arguments: [
    ("1", CallDeed.allWell), ("2", .extendFirst), ("9", .help),
    ("0", .operatorWanted(isSilentLine: false)),
  ])
  func `keys mean the same whether we ring or are rung`(key: String, deed: CallDeed) {
    for purpose in [
      Self.watched, .checkCall(isLast: false, needsCode: false),
      .incomingDuringCase(needsCode: false),
    ] {
      var line = Line(purpose)
      line.hears(.begin)
      #expect(line.hears(.keys(key)) == .act(deed))
    }
  }

  @Test func `a silent open line goes to an operator and is flagged`() {
    var line = Line(Self.watched)
    line.hears(.begin)
    #expect(line.hears(.noInput, after: 40) == .act(.operatorWanted(isSilentLine: true)))
  }

  @Test func `during a case all is well is noted and closes nothing`() {
    var line = Line(.incomingDuringCase(needsCode: true))
    line.hears(.begin)
    line.hears(.keys("1"))
    line.hears(.keys("4711#"), result: .signOfLifeNoted)
    #expect(line.transcript.last == "< Tack, vi har antecknat det. Hej då. [ends]")
  }

  @Test(arguments: [
    ("0#", CallDeed.operatorWanted(isSilentLine: false)),
    ("#", .operatorWanted(isSilentLine: false)),
    ("0701740605#", .callBack(typedDigits: "0701740605")),
    ("1234567", .callBack(typedDigits: "1234567")),
    ("123#", .callBack(typedDigits: "123")),
    ("9#", .help),
    ("112#", .help),
    ("46701740605123456789#", .callBack(typedDigits: "467017406051234")),
  ])
  func `what a caller without a watch keys`(keys: String, deed: CallDeed) {
    for purpose in [DialoguePurpose.incomingNotWatched, .incomingUnknown(isHidden: false)] {
      var line = Line(purpose)
      line.hears(.begin)
      #expect(line.hears(.keys(keys)) == .act(deed))
    }
  }

  @Test func `up to fifteen digits are taken, five seconds apart`() {
    var line = Line(.incomingUnknown(isHidden: false))
    let move = line.hears(.begin)
    guard case .say(.ask(_, let digits, let seconds, _)) = move else {
      Issue.record("no question was put")
      return
    }
    #expect(digits == 15)
    #expect(seconds == 5)
  }

  @Test func `a hidden caller is told that we cannot ring back, and asked once more`() {
    var line = Line(.incomingUnknown(isHidden: true))
    line.hears(.begin)
    line.hears(.keys("123#"), result: .operatorPagedNumberUnknown)
    #expect(
      line.transcript.last == "< Vi ser inte ditt nummer. Slå ditt nummer och fyrkant så ringer "
        + "vi upp. [15 digits, 5 s, 2 plays]")
    line.hears(.noInput)
    #expect(
      line.transcript.last
        == "< Ring oss gärna igen. Vid akut fara, ring ett ett två. Hej då. [ends]")
  }

  @Test func `a hidden cry for help is stored first, then asked for a number`() {
    var line = Line(.incomingUnknown(isHidden: true))
    line.hears(.begin)
    line.hears(.keys("9#"), result: .alarmRaised(connect: nil))
    #expect(line.transcript.last?.contains("ring ett ett två. Vi ser inte ditt nummer.") == true)
    #expect(line.hears(.keys("0701740605#")) == .act(.callBack(typedDigits: "0701740605")))
  }

  @Test func `a suspended person hears so and is given an operator`() throws {
    let staffed = try #require(PhoneNumber(e164: "+46701740690"))
    var line = Line(.incomingPaused)
    line.hears(.begin, result: .connect(staffed))
    #expect(line.transcript.last == "< Hej. Tjänsten är pausad för dig. Ett ögonblick.")
    line.hears(.played)
    line.hears(.connectEnded(.failed), result: .operatorPaged)
    #expect(
      line.transcript.last
        == "< En operatör söks och ringer upp dig. Håll telefonen nära. [ends]")
  }

  @Test(arguments: [
    (watched, HangUpMeaning.callBack), (.incomingNotWatched, .callBack),
    (.incomingUnknown(isHidden: false), .callBack), (.incomingUnknown(isHidden: true), .nothing),
    (.incomingDuringCase(needsCode: false), .nothing),
  ])
  func `hanging up without talk asks to be rung back`(
    purpose: DialoguePurpose, meaning: HangUpMeaning
  ) {
    var line = Line(purpose)
    line.hears(.begin)
    #expect(line.dialogue.meaningOfHangUp == meaning)
  }
}
