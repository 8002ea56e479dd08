import GatewayEngine
import GatewayHTTP
import Testing

@testable import GatewayProviders

@Suite struct ElksAnswerTests {
  private func outcome(_ status: Int, _ body: String) -> SendOutcome {
    ElksAnswer.outcome(HTTPResponse(status: status, body: Array(body.utf8)))
  }

  @Test(arguments: [
    ("sms-created.json", SendOutcome.accepted(providerID: "s0123456789abcdef0123456789abcdef")),
    ("sms-created-older.json", .accepted(providerID: "s0123456789abcdef0123456789abcdef")),
    ("call-created.json", .accepted(providerID: "c0123456789abcdef0123456789abcdef")),
    ("sms-failed-at-once.json", .refused(.other)), ("call-failed-at-once.json", .refused(.other)),
    ("sms-dry-run.json", .unknown),
  ])
  func `an acceptance has an id and has not failed at once`(fixture: String, expected: SendOutcome)
    throws
  {
    let body = try Fixture.bytes("46elks/\(fixture)")
    #expect(ElksAnswer.outcome(HTTPResponse(status: 200, body: body)) == expected)
  }

  @Test(arguments: [
    "", "OK", "<html>", "{}", "[]", #"{"id": ""}"#, #"{"id": 17}"#, #"{"id": null}"#,
    #"{"id": "s01"#, #"{"id": "s 1/../x"}"#,
    #"{"id": "s0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0"}"#,
  ])
  func `a success that makes no sense is unknown`(body: String) {
    #expect(outcome(200, body) == .unknown)
  }

  @Test(arguments: [100, 301, 302, 304, 500, 502, 503, 504, 599])
  func `neither a redirect nor a server error says what happened`(status: Int) {
    #expect(outcome(status, #"{"id": "s01"}"#) == .unknown)
  }

  @Test(arguments: [
    (429, "", RefusalKind.tryLater), (429, "Not enough credits", .tryLater),
    (401, "API access denied", .credentials), (403, "API access denied", .credentials),
    (403, "Invalid to number", .invalidNumber),
    (400, "invalid TO number +46701740605", .invalidNumber),
    (403, "Invalid from number", .configuration), (403, "Not enough credits to send", .noCredit),
    (402, "", .noCredit), (403, "Missing key voice_start", .configuration),
    (403, "Alphanumeric numbers may not start with a digit", .configuration),
    (403, "Sending to this destination country is not allowed by default", .countryClosed),
    (400, "The sms_url you tried to use is not a valid URL", .configuration),
    (403, "Invalid number id", .configuration), (404, "", .configuration),
    (403, "Too long message", .other), (418, "", .other), (403, "\u{FFFD}\u{FFFD}", .other),
  ])
  func `a refusal is sorted by its line`(status: Int, line: String, expected: RefusalKind) {
    #expect(outcome(status, line) == .refused(expected))
  }

  @Test func `a request that perhaps left is unknown, one that did not may be tried again`() {
    for reason in UnknownReason.allCases {
      #expect(ElksAnswer.outcome(.unknown(reason)) == .unknown)
    }
    #expect(ElksAnswer.outcome(.notSent(.connectionFailed)) == .refused(.tryLater))
    #expect(ElksAnswer.outcome(.notSent(.plainHTTPRefused)) == .refused(.configuration))
  }
}
