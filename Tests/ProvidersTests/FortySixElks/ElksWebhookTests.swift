import CheckinFlows
import GatewayEngine
import Testing

@testable import GatewayProviders

@Suite struct ElksWebhookTests {
  private func decode(_ path: String, _ fixture: String) throws -> WebhookDecoding {
    try ElksFixture.provider().decode(
      ElksFixture.request("/hooks/46elks/k3y/\(path)", fixture: fixture))
  }

  private func decode(_ path: String, form: String) throws -> WebhookDecoding {
    var request = try ElksFixture.request("/hooks/46elks/k3y/\(path)", fixture: "ivr-key.form")
    request.body = Array(form.utf8)
    return try ElksFixture.provider().decode(request)
  }

  @Test func `a text comes with its sender, words and time`() throws {
    let person = try #require(ElksFixture.person)
    let expected = InboundText(
      providerID: "sfedcba9876543210fedcba9876543210", from: .number(person), to: "+46701740699",
      text: "Ja, allt är bra", sentAt: Instant(milliseconds: 1_795_158_090_000))
    #expect(try decode("sms", "sms-incoming.form").events == [.text(expected)])
  }

  @Test func `a sender with a name is no number`() throws {
    guard case .text(let text) = try decode("sms", "sms-incoming-name.form").events?.first else {
      Issue.record("a text was expected")
      return
    }
    #expect(text.from == .other("Ada"))
  }

  @Test func `a picture without words is still a text that somebody sees`() throws {
    guard case .text(let text) = try decode("sms", "sms-incoming-picture.form").events?.first
    else {
      Issue.record("a text was expected")
      return
    }
    #expect(text.text == "")
    #expect(text.providerID == "m0000000000000000000000000000000b")
  }

  @Test func `a text of endless length is cut, a strange time is no obstacle`() throws {
    let long = String(repeating: "å", count: 3000)
    let decoding = try decode("sms", form: "id=s1&from=Bo&message=\(long)&created=snart")
    guard case .text(let text) = decoding.events?.first else {
      Issue.record("a text was expected")
      return
    }
    #expect(text.text == String(long.prefix(2000)))
    #expect(text.sentAt == nil)
  }

  @Test(arguments: ["outgoing", "outgoing-reply"])
  func `an echo of our own text is nobody's message`(direction: String) throws {
    let decoding = try decode("sms", form: "id=s1&direction=\(direction)&message=OK")
    #expect(decoding.events == [])
  }

  @Test(arguments: [
    ("delivery-delivered.form", DeliveryState.delivered), ("delivery-failed.form", .undelivered),
    ("delivery-sent.form", .handedOver),
  ])
  func `a delivery report tells the state of one text`(fixture: String, state: DeliveryState)
    throws
  {
    let expected = InboundDelivery(
      ref: CallRef(rawValue: "a1b2"), providerID: "s0123456789abcdef0123456789abcdef",
      state: state)
    #expect(try decode("dlr?ref=a1b2", fixture).events == [.delivery(expected)])
  }

  @Test(arguments: ["created", "", "DELIVERED?"])
  func `a state that we have never heard of changes nothing`(status: String) throws {
    #expect(try decode("dlr?ref=a1b2", form: "id=s1&status=\(status)").events == [])
  }

  @Test func `an answered call of ours begins at turn 0`() throws {
    let turn = try decode("voice?ref=c3d4", "voice-outgoing.form").turn
    #expect(turn?.ref == ElksFixture.ref)
    #expect(turn?.direction == .outgoing)
    #expect(turn?.input == .begin)
    #expect(turn?.turn == 0)
  }

  @Test(arguments: ["voice-incoming.form", "voice-incoming-with-id.form"])
  func `an incoming call names itself by callid or by id`(fixture: String) throws {
    let turn = try decode("voice", fixture).turn
    #expect(turn?.providerID == "c1111111111111111111111111111111")
    #expect(turn?.ref == nil)
    #expect(turn?.direction == .incoming)
    #expect(turn?.input == .begin)
  }

  @Test(arguments: ["anonymous", "", "Hidden", "unknown"])
  func `a caller who hides is hidden`(from: String) throws {
    let decoding = try decode("voice", form: "callid=c1&direction=incoming&from=\(from)")
    #expect(decoding.turn?.from == .hidden)
  }

  @Test(arguments: [
    ("asked=keys", "ivr-key.form", CallInput.keys("1")),
    ("asked=keys", "ivr-noinput.form", .noInput), ("", "ivr-key.form", .keys("1")),
    ("", "ivr-noinput.form", .noInput), ("asked=prompt", "play-success.form", .played),
    ("asked=prompt", "play-ok.form", .played), ("", "play-ok.form", .played),
    ("asked=prompt", "ivr-noinput.form", .played),
    ("asked=connect", "connect-busy.form", .connectEnded(.busy)),
    ("asked=connect", "play-success.form", .connectEnded(.success)),
    ("asked=connect", "ivr-noinput.form", .connectEnded(.failed)),
  ])
  func `a result means what was asked`(asked: String, fixture: String, expected: CallInput) throws {
    let turn = try decode("ivr?ref=c3d4&turn=3&\(asked)", fixture).turn
    #expect(turn?.input == expected)
    #expect(turn?.turn == 3)
    #expect(turn?.ref == ElksFixture.ref)
  }

  @Test(arguments: [
    ("4711", CallInput.keys("4711")), ("4711%23", .keys("4711")), ("*", .keys("*")),
    ("%23", .noInput), ("", .noInput), ("failed", .noInput), ("1a", .noInput), ("+1", .noInput),
    (String(repeating: "1", count: 33), .noInput),
  ])
  func `only keys are keys`(result: String, expected: CallInput) throws {
    let decoding = try decode("ivr?ref=c3d4&turn=1&asked=keys", form: "callid=c1&result=\(result)")
    #expect(decoding.turn?.input == expected)
  }

  @Test(arguments: ["turn=-1", "turn=9999999", "turn=x", ""])
  func `a turn number that is none is 0`(item: String) throws {
    #expect(try decode("ivr?ref=c3d4&\(item)", "ivr-key.form").turn?.turn == 0)
  }

  @Test(arguments: [
    ("hangup-answered.form", InboundCallEnd.Reason.hadBeenAnswered),
    ("hangup-unanswered.form", .notAnswered), ("hangup-busy.form", .busy),
    ("hangup-broken-lists.form", .hadBeenAnswered), ("hangup-with-callid.form", .hadBeenAnswered),
  ])
  func `the end of a call tells whether it had been answered`(
    fixture: String, reason: InboundCallEnd.Reason
  ) throws {
    let expected = InboundCallEnd(
      ref: ElksFixture.ref, providerID: "c0123456789abcdef0123456789abcdef", reason: reason)
    #expect(try decode("hangup?ref=c3d4", fixture).events == [.callEnded(expected)])
  }
}
