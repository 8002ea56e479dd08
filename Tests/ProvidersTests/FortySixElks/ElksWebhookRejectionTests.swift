import GatewayEngine
import Testing

@testable import GatewayProviders

@Suite struct ElksWebhookRejectionTests {
  private func rejection(
    _ target: String, change: (inout WebhookRequest) -> Void = { _ in }
  ) throws -> WebhookRejection? {
    var request = try ElksFixture.request(target, fixture: "sms-incoming.form")
    change(&request)
    return try ElksFixture.provider(allowed: ["192.0.2.7"]).decode(request).rejection
  }

  @Test func `the right secret from the right address is let in`() throws {
    #expect(try rejection("/hooks/46elks/k3y/sms") == nil)
  }

  @Test(arguments: ["k3", "k3yy", "K3y", "", "k3y%20", "k3x"])
  func `a wrong secret is not let in`(secret: String) throws {
    #expect(try rejection("/hooks/46elks/\(secret)/sms") == .notAuthentic)
    #expect(try rejection("/hooks/46elks/\(secret)/nonsense") == .notAuthentic)
  }

  @Test func `an empty secret in the settings lets nobody in`() throws {
    let request = try ElksFixture.request("/hooks/46elks//sms", fixture: "sms-incoming.form")
    #expect(try ElksFixture.provider(secret: "").decode(request).rejection == .notAuthentic)
  }

  @Test func `another address is not let in, whatever it says of itself`() throws {
    let rejection = try rejection("/hooks/46elks/k3y/sms") { request in
      request.peer = "192.0.2.8"
      request.headers.append(("X-Forwarded-For", "192.0.2.7"))
    }
    #expect(rejection == .notAuthentic)
  }

  @Test(arguments: [
    "/", "/hooks", "/hooks/46elks/k3y", "/hooks/46elks/k3y/sms/more", "/hooks/twilio/k3y/sms",
    "hooks/46elks/k3y/sms", "/hooks/46elks/k3y/texts",
  ])
  func `another path is unknown`(target: String) throws {
    #expect(try rejection(target) == .unknownPath)
  }

  @Test(arguments: ["", "hej", "from=%2B46701740605", "id=a%20b&message=x", "id=%zz"])
  func `a form without what it must have is malformed`(body: String) throws {
    let rejection = try rejection("/hooks/46elks/k3y/sms") { $0.body = Array(body.utf8) }
    #expect(rejection == .malformed)
  }

  @Test(arguments: ["application/json", "multipart/form-data; boundary=x", "text/plain"])
  func `what is no form is malformed`(type: String) throws {
    let rejection = try rejection("/hooks/46elks/k3y/sms") { $0.headers = [("content-type", type)] }
    #expect(rejection == .malformed)
  }

  @Test func `a form in other words is a form`() throws {
    let type = "Application/X-WWW-Form-Urlencoded; charset=UTF-8"
    #expect(try rejection("/hooks/46elks/k3y/sms") { $0.headers = [("content-type", type)] } == nil)
    #expect(try rejection("/hooks/46elks/k3y/sms") { $0.headers = [] } == nil)
  }

  @Test func `a request that only asks is malformed`() throws {
    #expect(try rejection("/hooks/46elks/k3y/sms") { $0.method = "GET" } == .malformed)
  }

  @Test(arguments: ["/gateway/hooks/46elks/k3y/sms", "/hooks/46elks/k3y/sms"])
  func `the public address's own path may be there or have been taken off`(target: String) throws {
    let provider = try ElksFixture.provider(publicURL: "https://trygg.example/gateway/")
    let request = try ElksFixture.request(target, fixture: "sms-incoming.form")
    #expect(provider.decode(request).events?.count == 1)
  }
}
