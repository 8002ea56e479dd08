import GatewayEngine
import GatewayHTTP
import TestSupport
import Testing

@Suite struct IdempotencyTests {
  private static let person = #"{"name": "Dina", "number": "070-174 06 30"}"#

  @Test func `the same key and body give the same answer and one effect`() async throws {
    try await WebHarness.run { web in
      let first = try await web.post("/people", Self.person, key: "k1")
      let second = try await web.post("/people", Self.person, key: "k1")
      #expect(first.status == 201 && second.status == 201)
      #expect(first.response.body == second.response.body)
      #expect(try await web.get("/people").json["items"]?.list.count == 4)
    }
  }

  @Test func `ten at the same time with one key have one effect`() async throws {
    try await WebHarness.run { web in
      let bodies = try await withThrowingTaskGroup(of: [UInt8].self) { group in
        for _ in 1...10 {
          group.addTask {
            try await web.post("/people", Self.person, key: "k1").response.body
          }
        }
        return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
      }
      #expect(bodies.count == 1)
      #expect(try await web.get("/people").json["items"]?.list.count == 4)
    }
  }

  @Test func `another body or another address under the same key gets 422`() async throws {
    try await WebHarness.run { web in
      _ = try await web.post("/people", Self.person, key: "k1")
      let other = try await web.post(
        "/people", #"{"name": "Dag", "number": "070-174 06 31"}"#, key: "k1")
      #expect(other.status == 422)
      #expect(other.problem == "idempotency-key-reused")
      let elsewhere = try await web.post("/watches", Self.person, key: "k1")
      #expect(elsewhere.problem == "idempotency-key-reused")
      #expect(try await web.get("/people").json["items"]?.list.count == 4)
    }
  }

  @Test func `two tokens may choose the same key`() async throws {
    try await WebHarness.run { web in
      let other = try await web.access.createToken(named: "other", scope: .operate, days: nil)
      _ = try await web.post("/people", Self.person, key: "k1")
      let answer = try await web.post("/people", Self.person, key: "k1", token: other)
      #expect(answer.status == 201)
      #expect(try await web.get("/people").json["items"]?.list.count == 5)
    }
  }

  @Test func `a claim repeated with its key is still won`() async throws {
    try await WebHarness.run { web in
      let ref = try await web.openCase()
      let first = try await web.post("/cases/\(ref)/claim", key: "c1")
      let again = try await web.post("/cases/\(ref)/claim", key: "c1")
      #expect(first.status == 200 && again.status == 200)
    }
  }

  @Test(arguments: ["", String(repeating: "k", count: 201)])
  func `a key that is none is refused`(key: String) async throws {
    try await WebHarness.run { web async throws in
      #expect(try await web.post("/people", Self.person, key: key).problem == "bad-request")
      #expect(try await web.get("/people").json["items"]?.list.count == 3)
    }
  }
}
