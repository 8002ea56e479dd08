import GatewayEngine
import GatewayHTTP
import TestSupport
import Testing

@Suite struct APIAccessTests {
  @Test(arguments: ["/people", "/people/1", "/watches", "/watches/T1001", "/cases", "/cases/L1"])
  func `without a valid token nothing is said but how to get one`(path: String) async throws {
    try await WebHarness.run { web in
      let without = try await web.send(.get, "/api/v1" + path)
      let wrong = try await web.get(path, token: "tg_0000")
      for answer in [without, wrong] {
        #expect(answer.status == 401)
        #expect(answer.problem == "unauthorized")
        #expect(answer.response.header("www-authenticate") == "Bearer")
      }
      #expect(without.response.body == wrong.response.body)
    }
  }

  @Test func `a token that has run out or was revoked opens nothing`() async throws {
    try await WebHarness.run { web in
      let short = try await web.access.createToken(named: "short", scope: .read, days: 1)
      let revoked = try await web.access.createToken(named: "revoked", scope: .read, days: nil)
      #expect(try await web.get("/people", token: short).status == 200)
      _ = try await web.access.revokeToken(named: "revoked")
      web.clock.advance(minutes: 24 * 60)
      #expect(try await web.get("/people", token: short).status == 401)
      #expect(try await web.get("/people", token: revoked).status == 401)
    }
  }

  @Test func `a token that may only read changes nothing`() async throws {
    try await WebHarness.run { web in
      let reader = try await web.access.createToken(named: "wall", scope: .read, days: nil)
      let answer = try await web.post(
        "/watches", #"{"person": "3", "endTime": "2026-03-12T21:10:00Z"}"#, token: reader)
      #expect(answer.status == 403)
      #expect(answer.problem == "forbidden")
      #expect(try await web.get("/watches", token: reader).status == 200)
      #expect(try await web.watchCount() == 0)
    }
  }

  @Test(arguments: ["/nothing", "/people/1/pets", "/watches/T1/explode", "/", ""])
  func `an address that is none gets a problem document too`(path: String) async throws {
    try await WebHarness.run { web in
      let answer = try await web.get(path)
      #expect(answer.status == 404)
      #expect(answer.problem == "not-found")
    }
  }

  @Test func `a full disk is said without a word of what is behind it`() async throws {
    try await WebHarness.run { web in
      web.faulty.isFull = true
      let answer = try await web.post("/people", #"{"name": "Ada", "number": "070-1740630"}"#)
      #expect(answer.status == 503)
      #expect(answer.problem == "not-stored")
      #expect(answer.response.header("retry-after") == "5")
      #expect(!answer.words.lowercased().contains("disk"))
    }
  }
}
