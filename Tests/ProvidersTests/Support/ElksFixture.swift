import CheckinFlows
import GatewayEngine
import GatewayHTTP
import Testing

@testable import GatewayProviders

/// A 46elks account for tests.
struct ElksFixture {
  static let person = PhoneNumber(e164: "+46701740605")
  static let number = PhoneNumber(e164: "+46701740699")
  static let ref = CallRef(rawValue: "c3d4")
  static let curl = try? CurlClient()

  static func dialable() throws -> DialableNumber {
    let person = try #require(person)
    return try #require(DiallingRule().verdict(on: person).dialable)
  }

  static func provider(
    baseURL: String = "http://127.0.0.1:1/46elks/a1", publicURL: String = "https://trygg.example",
    secret: String = "k3y", allowed: [String] = [], proxies: [String] = []
  ) throws -> FortySixElks {
    let number = try #require(number)
    let settings = FortySixElks.Settings(
      name: "46elks", baseURL: baseURL,
      credentials: BasicCredentials(user: "u0123", password: "lösen"),
      number: number, publicURL: publicURL, webhookSecret: secret,
      sources: try SourceAddressRule(allowed: allowed, trustedProxies: proxies))
    let curl = try #require(curl)
    return FortySixElks(settings: settings, client: curl)
  }

  static func request(
    _ target: String, fixture: String, headers: [(name: String, value: String)] = [],
    peer: String? = "192.0.2.7"
  ) throws -> WebhookRequest {
    WebhookRequest(
      method: "POST", target: target,
      headers: [("Content-Type", "application/x-www-form-urlencoded")] + headers,
      body: try Fixture.bytes("46elks/\(fixture)"), peer: peer)
  }
}

extension WebhookDecoding {
  var events: [InboundEvent]? {
    if case .events(let events) = self { events } else { nil }
  }
  var turn: InboundTurn? {
    if case .turn(let turn) = self { turn } else { nil }
  }
  var rejection: WebhookRejection? {
    if case .rejected(let rejection) = self { rejection } else { nil }
  }
}
