import CheckinFlows
import Foundation
import GatewayEngine
import GatewayHTTP
import TestSupport
import Testing

/// What the contract promises to programs, to the letter.
@Suite struct APITests {
  private static func watchOrder(_ person: String, end: String = "2026-03-12T21:30:00+01:00")
    -> String
  {
    #"{"person":"\#(person)","endTime":"\#(end)","activity":"meeting","note":"möte"}"#
  }

  private static func expectProblem(
    _ answer: Stage.Answer, status: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(answer.status == status, sourceLocation: sourceLocation)
    #expect(answer.type.hasPrefix("application/problem+json"), sourceLocation: sourceLocation)
    #expect(answer["status"] == "\(status)", sourceLocation: sourceLocation)
    #expect(!answer["type"].isEmpty && !answer["title"].isEmpty, sourceLocation: sourceLocation)
  }

  @Test func `a person and a watch are made, read and ended`() async throws {
    try await Stage.run { stage async throws in
      let token = try await stage.token()
      let person = try await stage.asks(
        .post, "/people",
        #"{"name":"Dana","number":"070-174 06 30","pin":"4711","duressPin":"9152"}"#, token: token)
      #expect(person.status == 201)
      #expect(!person["id"].isEmpty)
      let watch = try await stage.asks(
        .post, "/watches", Self.watchOrder(person["id"]), token: token)
      #expect(watch.status == 201)
      #expect(watch["ref"].hasPrefix("T"))
      #expect(watch["state"] == "armed")
      #expect(watch["endTime"] == "2026-03-12T21:30:00+01:00")
      let second = try await stage.asks(
        .post, "/watches", Self.watchOrder(person["id"]), token: token)
      Self.expectProblem(second, status: 409)
      #expect(second["ref"] == watch["ref"])
      let ended = try await stage.asks(
        .post, "/watches/\(watch["ref"])/check-in", #"{"reason":"rang in"}"#, token: token)
      #expect(ended.status == 200)
      let read = try await stage.asks(.get, "/watches/\(watch["ref"])", token: token)
      #expect(read["state"] == "closed")
      #expect(read["outcome"] == "safe")
      #expect((read.object["timeline"] as? [Any])?.isEmpty == false)
      #expect((read.object["cases"] as? [Any])?.count == 0)
    }
  }

  @Test func `the four facts of each attempt are told apart`() async throws {
    try await Stage.run { stage async throws in
      stage.cleo.letsItRing()
      let token = try await stage.token(scope: .operate)
      let watch = try await stage.asks(.post, "/watches", Self.watchOrder("3"), token: token)
      try await stage.settle()
      try await stage.advance(to: "21:35")
      let read = try await stage.asks(.get, "/watches/\(watch["ref"])", token: token)
      #expect(read["state"] == "awaitingOperator")
      let attempts = read.object["attempts"] as? [[String: Any]] ?? []
      #expect(attempts.count == 2)
      for attempt in attempts {
        #expect(attempt["placed"] is String)
        #expect(attempt["pickedUp"] is NSNull)
        #expect(attempt["confirmed"] is NSNull)
        #expect(attempt["rang"] as? String == "unknown")
      }
      #expect(!read["case"].isEmpty)
      let open = try await stage.asks(.get, "/cases?state=open", token: token)
      #expect(open.items.map { $0["ref"] as? String } == [read["case"]])
      #expect(open.items.first?["kind"] as? String == "notReached")
      #expect(open.items.first?["watch"] as? String == watch["ref"])
    }
  }

  @Test func `of twenty who claim at once one wins, and the others learn who`() async throws {
    try await Stage.run { stage async throws in
      try await stage.ada.texts("hjälp")
      let token = try await stage.token()
      let ref = try #require(try await stage.cases().first).id.reference
      let answers = try await withThrowingTaskGroup(of: Stage.Answer.self) { group in
        for number in 1...20 {
          group.addTask {
            try await stage.asks(
              .post, "/cases/\(ref)/claim", #"{"operator":"Racer \#(number)"}"#, token: token)
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      let winners = answers.filter { $0.status == 200 }
      #expect(winners.count == 1)
      let winner = try #require(winners.first)
      for loser in answers where loser.status != 200 {
        Self.expectProblem(loser, status: 409)
        #expect(loser["claimedBy"] == winner["claimedBy"])
        #expect(loser["claimedAt"] == winner["claimedAt"])
      }
      let log = try await stage.logKinds()
      #expect(log.count { $0 == "case.claimed" } == 1)
    }
  }

  @Test func `a repeated request with the same key gets the first answer and does nothing`()
    async throws
  {
    try await Stage.run { stage async throws in
      let token = try await stage.token()
      let first = try await stage.asks(
        .post, "/watches", Self.watchOrder("1"), token: token, idempotencyKey: "k1")
      let again = try await stage.asks(
        .post, "/watches", Self.watchOrder("1"), token: token, idempotencyKey: "k1")
      #expect(first.status == 201)
      #expect(again.status == 201)
      #expect(again.body == first.body)
      let count = try await stage.watches().count
      #expect(count == 1)
      let other = try await stage.asks(
        .post, "/watches", Self.watchOrder("2"), token: token, idempotencyKey: "k1")
      #expect(other.status == 422)
    }
  }

  @Test func `who may not is told so, and nothing internal leaks`() async throws {
    try await Stage.run { stage async throws in
      Self.expectProblem(try await stage.asks(.get, "/cases", token: nil), status: 401)
      Self.expectProblem(try await stage.asks(.get, "/cases", token: "tg_wrong"), status: 401)
      let reader = try await stage.token("Reader", scope: .read)
      let refused = try await stage.asks(
        .post, "/watches", Self.watchOrder("1"), token: reader)
      Self.expectProblem(refused, status: 403)
      let token = try await stage.token()
      Self.expectProblem(try await stage.asks(.get, "/watches/T999", token: token), status: 404)
      Self.expectProblem(try await stage.asks(.get, "/nothing", token: token), status: 404)
      for body in ["{", "[]", #"{"person":"1"}"#, #"{"person":"1","endTime":"i kväll"}"#] {
        let answer = try await stage.asks(.post, "/watches", body, token: token)
        Self.expectProblem(answer, status: 400)
        #expect(!answer.body.contains("Swift") && !answer.body.contains("Decoding"))
      }
    }
  }

  @Test(
    arguments: [
      "2026-03-12T20:30:00.5Z", "2026-03-12T20:30:00.123456789+00:00", "2026-03-12T21:30:00+01:00",
    ])
  func `times are taken with any offset and any fraction of a second`(end: String) async throws {
    try await Stage.run { stage async throws in
      let token = try await stage.token()
      let watch = try await stage.asks(
        .post, "/watches", Self.watchOrder("1", end: end), token: token)
      #expect(watch.status == 201)
      #expect(watch["endTime"].hasPrefix("2026-03-12T21:30:00"))
    }
  }

  @Test func `a watch of one second is no question of five minutes, but a past one is refused`()
    async throws
  {
    try await Stage.run { stage async throws in
      let token = try await stage.token()
      let soon = Self.watchOrder("1", end: "2026-03-12T20:10:01+01:00")
      #expect(try await stage.asks(.post, "/watches", soon, token: token).status == 201)
      let past = Self.watchOrder("2", end: "2026-03-12T20:09:59+01:00")
      Self.expectProblem(try await stage.asks(.post, "/watches", past, token: token), status: 422)
    }
  }

  @Test func `the description of the interface is there without a token`() async throws {
    try await Stage.run { stage async throws in
      let answer = try await stage.asks(.get, "/openapi.json", token: nil)
      #expect(answer.status == 200)
      #expect(answer["openapi"].hasPrefix("3.1"))
    }
  }
}
