import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

@Suite struct APICaseTests {
  @Test(arguments: [true, false])
  func `of twenty claims at the same moment one wins, and nineteen see who`(
    withNames: Bool
  ) async throws {
    try await WebHarness.run { web in
      let ref = try await web.openCase()
      let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
        for number in 1...20 {
          let body = withNames ? #"{"operator": "Operator \#(number)"}"# : "{}"
          group.addTask { try await web.post("/cases/\(ref)/claim", body) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      let won = answers.filter { $0.status == 200 }
      let lost = answers.filter { $0.status == 409 }
      #expect(won.count == 1 && lost.count == 19)
      let winner = try #require(won.first?.json["claimedBy"]?.text)
      #expect(lost.allSatisfy { $0.json["claimedBy"]?.text == winner })
      #expect(lost.allSatisfy { $0.json["claimedAt"]?.text == "2026-03-12T20:10:00+01:00" })
      #expect(lost.allSatisfy { $0.problem == "already-claimed" })
    }
  }

  @Test func `a claim is done for the token's name, or for the operator named`() async throws {
    try await WebHarness.run { web in
      let first = try await web.openCase()
      let second = try await web.openCase(.callback)
      #expect(try await web.post("/cases/\(first)/claim").json["claimedBy"]?.text == "board")
      let named = try await web.post("/cases/\(second)/claim", #"{"operator": "Olga"}"#)
      #expect(named.json["claimedBy"]?.text == "Olga")
      let held = try await web.store.read { reading in
        try reading.cases(.claimedBy(Cast.olga), of: .first, after: nil, limit: 9).count
      }
      #expect(held == 1)
    }
  }

  @Test func `a released case is open again for the next one`() async throws {
    try await WebHarness.run { web in
      let ref = try await web.openCase()
      #expect(try await web.post("/cases/\(ref)/release").problem == "conflict")
      _ = try await web.post("/cases/\(ref)/claim")
      let other = try await web.post("/cases/\(ref)/release", #"{"operator": "Omar"}"#)
      #expect(other.problem == "already-claimed")
      let released = try await web.post("/cases/\(ref)/release")
      #expect(released.status == 200 && released.json["claimedBy"] == nil)
      #expect(try await web.post("/cases/\(ref)/claim", #"{"operator": "Omar"}"#).status == 200)
    }
  }

  @Test func `the police step needs a time, and a reference or the word that none was given`()
    async throws
  {
    try await WebHarness.run { web in
      let (_, ref) = try await web.cryForHelp()
      let path = "/cases/\(ref)/police"
      #expect(try await web.post(path, #"{"reference": "K1"}"#).status == 400)
      let bare = #"{"at": "2026-03-12T20:09:00+01:00""#
      #expect(try await web.post(path, bare + "}").status == 422)
      #expect(try await web.post(path, bare + #", "noReference": false}"#).status == 422)
      #expect(try await web.post(path, bare + #", "reference": "  "}"#).status == 422)
      let future = try await web.post(
        path, #"{"at": "2026-03-12T20:12:00+01:00", "reference": "K1"}"#)
      #expect(future.status == 422)
      let none = try await web.post(path, bare + #", "noReference": true}"#)
      #expect(none.json["state"]?.text == "policeAlerted")
      #expect(none.json["police"]?["reference"] == .null)
      let given = try await web.post(path, bare + #", "reference": "K123"}"#)
      #expect(given.json["police"]?["reference"]?.text == "K123")
    }
  }

  @Test func `a case that holds a watch is closed with a reason and how it was established`()
    async throws
  {
    try await WebHarness.run { web in
      let (watch, ref) = try await web.cryForHelp()
      let path = "/cases/\(ref)/close"
      #expect(try await web.post(path).status == 400)
      #expect(try await web.post(path, #"{"outcome": "dead"}"#).status == 400)
      #expect(try await web.post(path, #"{"outcome": "safe"}"#).status == 422)
      #expect(try await web.post(path, #"{"outcome": "safe", "reason": "Hemma."}"#).status == 422)
      let needless = #"{"outcome": "needless", "reason": "Hemma.", "how": "phone"}"#
      #expect(try await web.post(path, needless).status == 422)
      #expect(try await web.hasWatch(Cast.cleo))
      let closed = try await web.post(
        path, #"{"outcome": "safe", "reason": "Hemma.", "how": "phone"}"#)
      #expect(closed.json["state"]?.text == "closed" && closed.json["outcome"]?.text == "safe")
      #expect(try await web.get("/watches/\(watch)").json["state"]?.text == "closed")
      #expect(try await web.post("/cases/\(ref)/claim").problem == "conflict")
    }
  }

  @Test func `once the police were told, stand down first and then close as needless`()
    async throws
  {
    try await WebHarness.run { web in
      let (_, ref) = try await web.cryForHelp()
      let at = #"{"at": "2026-03-12T20:10:00+01:00", "noReference": true}"#
      #expect(try await web.post("/cases/\(ref)/stand-down", at).status == 422)
      _ = try await web.post("/cases/\(ref)/police", at)
      let safe = #"{"outcome": "safe", "reason": "Hemma.", "how": "phone"}"#
      #expect(try await web.post("/cases/\(ref)/close", safe).status == 422)
      let stoodDown = try await web.post("/cases/\(ref)/stand-down", at)
      #expect(stoodDown.json["stoodDownAt"]?.text == "2026-03-12T20:10:00+01:00")
      let needless = #"{"outcome": "needless", "reason": "Hemma.", "how": "phone"}"#
      #expect(try await web.post("/cases/\(ref)/close", needless).status == 200)
    }
  }

  @Test func `a list of those to inform can be given up, with a reason`() async throws {
    try await WebHarness.run { web in
      let (_, ref) = try await web.cryForHelp()
      let path = "/cases/\(ref)/inform"
      #expect(try await web.post(path).status == 400)
      #expect(try await web.post(path, #"{"list": "nearest"}"#).status == 400)
      #expect(try await web.post(path, #"{"list": "nearest", "reason": " "}"#).status == 422)
      let nobody = #"{"list": "nearest", "recipient": 9, "confirmed": true}"#
      #expect(try await web.post(path, nobody).status == 422)
      let waived = try await web.post(path, #"{"list": "nearest", "reason": "Cleo bad om det."}"#)
      #expect(waived.json["informing"]?[0]?["waivedReason"]?.text == "Cleo bad om det.")
      #expect(waived.json["informing"]?[0]?["finished"] == .bool(true))
    }
  }

  @Test func `an operator who reached the person extends: case closed, watch armed`() async throws {
    try await WebHarness.run { web in
      let (watch, ref) = try await web.cryForHelp()
      let answer = try await web.post(
        "/cases/\(ref)/extend",
        #"{"endTime": "2026-03-12T22:00:00+01:00", "reason": "Talade med Cleo."}"#)
      #expect(answer.json["outcome"]?.text == "safe")
      let read = try await web.get("/watches/\(watch)").json
      #expect(read["state"]?.text == "armed")
      #expect(read["endTime"]?.text == "2026-03-12T22:00:00+01:00")
    }
  }

  @Test func `a note stands in the timeline with its writer, and keeps the claim alive`()
    async throws
  {
    try await WebHarness.run { web in
      let (_, ref) = try await web.cryForHelp()
      #expect(try await web.post("/cases/\(ref)/note", #"{"text": ""}"#).status == 400)
      _ = try await web.post("/cases/\(ref)/claim", #"{"operator": "Olga"}"#)
      web.clock.advance(minutes: 4)
      let noted = try await web.post(
        "/cases/\(ref)/note", #"{"operator": "Olga", "text": "Ringde, inget svar."}"#)
      #expect(noted.json["claimEnds"]?.text == "2026-03-12T20:19:00+01:00")
      let note = noted.json["timeline"]?.list.last { $0["kind"]?.text == "case.note" }
      #expect(note?["by"]?.text == "Olga")
      #expect(note?["text"]?.text?.contains("Ringde, inget svar.") == true)
    }
  }
}
