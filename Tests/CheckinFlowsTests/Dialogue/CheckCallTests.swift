import CheckinFlows
import Testing

@Suite struct CheckCallTests {
  static let later = Line.half9.adding(minutes: 30)

  @Test func `Ada presses 1 and the watch is closed`() {
    var line = Line(.checkCall(isLast: false, needsCode: false))
    line.hears(.begin)
    line.hears(.keys("1"), result: .thanked)
    #expect(
      line.text == """
        > picked up
        < Trygghetscentralen här, ett automatiskt samtal. Är allt bra, tryck ett. Behöver du mer \
        tid, tryck två. Behöver du hjälp, tryck nio. Vill du tala med en operatör, tryck noll. \
        [1 digits, 4 s, 3 plays]
        > 1
        ! allWell
        < Tack. Bevakningen är avslutad. Hej då. [ends]
        """)
    #expect(line.dialogue.meaningOfHangUp == .nothing)
  }

  @Test func `Bo has a code, mistypes it once and is thanked in English`() {
    var line = Line(.checkCall(isLast: false, needsCode: true), .english)
    line.hears(.begin)
    line.hears(.keys("1"))
    line.hears(.keys("4712#"), result: .wrongCode)
    line.hears(.keys("4711#"), result: .thanked)
    #expect(
      line.text == """
        > picked up
        < This is the security centre, an automatic call. If all is well, press one. If you \
        need more time, press two. If you need help, press nine. To speak to an operator, press \
        zero. [1 digits, 4 s, 3 plays]
        > 1
        < Enter your code, then the hash key. [8 digits, 10 s, 2 plays]
        > 4712#
        ! code("4712")
        < Wrong code, try again. [8 digits, 10 s, 2 plays]
        > 4711#
        ! code("4711")
        < Thank you. The watch is closed. Goodbye. [ends]
        """)
  }

  @Test func `Cleo presses 2 twice and gets one hour`() {
    var line = Line(.checkCall(isLast: true, needsCode: true))
    line.hears(.begin)
    line.hears(.keys("2"), result: .extended(to: Line.half9.adding(minutes: 30)))
    line.hears(.keys("2"), result: .extended(to: Line.half9.adding(minutes: 60)))
    line.hears(.noInput)
    #expect(
      Array(line.transcript.suffix(7)) == [
        "! extendFirst",
        "< Ny sluttid, klockan tjugotvå. Lägg på om det stämmer. "
          + "Vill du ha en timme, tryck två igen. [1 digits, 4 s, 1 plays]",
        "> 2",
        "! extendHour",
        "< Ny sluttid, klockan tjugotvå och trettio. Lägg på om det stämmer. "
          + "[1 digits, 4 s, 1 plays]",
        "> nothing",
        "< Hej då. [ends]",
      ])
    #expect(line.dialogue.meaningOfHangUp == .nothing)
  }

  @Test func `a doubled 2 does not give an hour, but a 9 right after it raises the alarm`() {
    var line = Line(.checkCall(isLast: false, needsCode: false))
    line.hears(.begin)
    line.hears(.keys("2"), result: .extended(to: Self.later))
    let doubled = line.hears(.keys("2"), after: 1)
    #expect(doubled.words?.hasPrefix("Ny sluttid, klockan tjugotvå.") == true)
    #expect(line.hears(.keys("29"), after: 0) == .act(.help))
    line.hears(.keys("2"), after: 2)
    #expect(line.transcript.last == "! extendHour")
  }

  @Test func `after more time 1 repeats the end and never closes`() {
    var line = Line(.checkCall(isLast: false, needsCode: false))
    line.hears(.begin)
    line.hears(.keys("2"), result: .extended(to: Self.later))
    let move = line.hears(.keys("1"))
    #expect(move.words?.hasPrefix("Ny sluttid, klockan tjugotvå.") == true)
  }

  @Test func `help is answered at once, with an operator where one is staffed`() throws {
    let staffed = try #require(PhoneNumber(e164: "+46701740690"))
    var line = Line(.checkCall(isLast: false, needsCode: true))
    line.hears(.begin)
    line.hears(.keys("9"), result: .alarmRaised(connect: staffed))
    line.hears(.played)
    line.hears(.connectEnded(.busy), result: .operatorPaged)
    #expect(
      Array(line.transcript.suffix(8)) == [
        "> 9",
        "! help",
        "< Larmet är mottaget. Vi söker en operatör. Är det akut fara, lägg på och ring ett ett "
          + "två.",
        "> played",
        "< [connects]",
        "> connection busy",
        "! operatorNotReached",
        "< Håll telefonen nära, en operatör ringer dig. [ends]",
      ])
  }

  @Test func `help without a staffed number says that somebody rings`() {
    var line = Line(.checkCall(isLast: false, needsCode: false), .english)
    line.hears(.begin)
    line.hears(.keys("9"), result: .alarmRaised(connect: nil))
    #expect(
      line.transcript.last == "< The alarm is received. We are paging an operator. In immediate "
        + "danger, hang up and call one one two. Keep the phone near, an operator will call you. "
        + "[ends]")
  }

  @Test func `0 pages an operator and says so`() {
    var line = Line(.checkCall(isLast: false, needsCode: false))
    line.hears(.begin)
    line.hears(.keys("0"), result: .operatorPaged)
    #expect(
      line.transcript.last
        == "< En operatör söks och ringer upp dig. Håll telefonen nära. [ends]")
  }

  @Test func `hanging up while an operator is rung asks for a call back`() throws {
    let staffed = try #require(PhoneNumber(e164: "+46701740690"))
    var line = Line(.checkCall(isLast: false, needsCode: false))
    line.hears(.begin)
    line.hears(.keys("0"), result: .connect(staffed))
    #expect(line.transcript.last == "< Ett ögonblick.")
    #expect(line.dialogue.meaningOfHangUp == .callBackUnlessTalked)
    line.hears(.played)
    #expect(line.dialogue.meaningOfHangUp == .callBackUnlessTalked)
    line.hears(.connectEnded(.success))
    #expect(line.dialogue.meaningOfHangUp == .nothing)
  }

  @Test(arguments: [
    (false, Language.swedish, "Vi hör inget svar. Vi ringer igen om några minuter. Hej då."),
    (true, .swedish, "Vi hör inget svar. Vi söker en operatör. Ring oss så snart du kan."),
    (false, .english, "We hear no reply. We call again in a few minutes. Goodbye."),
    (true, .english, "We hear no reply. We are paging an operator. Call us as soon as you can."),
  ])
  func `silence is no contact`(isLast: Bool, language: Language, words: String) {
    var line = Line(.checkCall(isLast: isLast, needsCode: false), language)
    line.hears(.begin)
    #expect(line.hears(.noInput, after: 70) == .act(.noReply(.noKey)))
    #expect(line.resumes(.noted).prompt?.words == words)
  }

  @Test func `a key without meaning is said to be so, three times at most`() {
    var line = Line(.checkCall(isLast: false, needsCode: false))
    line.hears(.begin)
    for key in ["3", "#", "8"] {
      let move = line.hears(.keys(key))
      #expect(move.words?.hasPrefix("Den tangenten används inte. Trygghetscentralen här") == true)
    }
    #expect(line.hears(.keys("7")) == .act(.noReply(.noKey)))
  }

  @Test func `what a hang-up means follows the call`() {
    var line = Line(.checkCall(isLast: false, needsCode: true))
    #expect(line.dialogue.meaningOfHangUp == .notReached(.noAnswer))
    line.hears(.begin)
    #expect(line.dialogue.meaningOfHangUp == .notReached(.hungUp))
    line.hears(.keys("1"))
    #expect(line.dialogue.meaningOfHangUp == .notReached(.hungUp))
    line.hears(.keys("4712#"), result: .wrongCode)
    #expect(line.dialogue.meaningOfHangUp == .notReached(.wrongCode))
  }

  @Test func `keys in the code that look like menu keys are digits of the code`() {
    var line = Line(.checkCall(isLast: false, needsCode: true))
    line.hears(.begin)
    line.hears(.keys("1"))
    #expect(line.hears(.keys("2901#")) == .act(.code("2901")))
    #expect(line.hears(.keys("9999")) == .act(.code("9999")))
    #expect(line.hears(.keys("9#")) == .act(.help))
    #expect(line.hears(.keys("0#")) == .act(.operatorWanted(isSilentLine: false)))
  }

  @Test func `more keys than asked for count once, and only for their own turn`() {
    var line = Line(.checkCall(isLast: false, needsCode: true))
    line.hears(.begin)
    let move = line.hears(.keys("14711#"))
    #expect(move.words == "Slå din kod och avsluta med fyrkant.")
  }

  @Test func `a watch that was closed by text meanwhile gets a short closing sentence`() {
    var line = Line(.checkCall(isLast: false, needsCode: false))
    line.hears(.begin)
    line.hears(.keys("1"), result: .alreadyReceived)
    #expect(line.transcript.last == "< Tack, vi har redan fått ditt svar. Hej då. [ends]")
  }

  @Test func `what could not be stored is said, with a number to ring`() throws {
    let own = try #require(PhoneNumber(e164: "+46701740699"))
    var line = Line(.checkCall(isLast: false, needsCode: false))
    line.hears(.begin)
    line.hears(.keys("1"), result: .notStored(ring: own))
    #expect(
      line.transcript.last == "< Det kunde inte registreras. Vid akut fara, ring ett ett två. "
        + "Annars ring noll sju noll, ett sju fyra, noll sex, nio nio. [ends]")
    #expect(line.dialogue.meaningOfHangUp != .nothing)
  }
}
