import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

@Suite struct APIWatchTests {
  @Test func `a second live watch for a person is 409 with the live one's ref`() async throws {
    try await WebHarness.run { web in
      let ref = try await web.startWatch()
      let second = try await web.post(
        "/watches", #"{"person": "3", "endTime": "2026-03-12T22:10:00Z"}"#)
      #expect(second.status == 409)
      #expect(second.problem == "live-watch-exists")
      #expect(second.json["ref"]?.text == ref)
      #expect(try await web.watchCount() == 1)
    }
  }

  @Test func `a watch is read with its attempts, its timeline and its cases`() async throws {
    try await WebHarness.run { web in
      let (ref, held) = try await web.cryForHelp()
      let watch = try await web.get("/watches/\(ref)").json
      #expect(watch["ref"]?.text == ref)
      #expect(watch["state"]?.text == "awaitingOperator")
      #expect(watch["outcome"] == nil)
      #expect(watch["case"]?.text == held)
      #expect(watch["cases"]?.list.compactMap { $0["ref"]?.text } == [held])
      #expect(watch["attempts"]?.list == [])
      let kinds = watch["timeline"]?.list.compactMap { $0["kind"]?.text } ?? []
      #expect(kinds.contains("case.opened"))
    }
  }

  @Test func `an operator extends, and the new end is read back`() async throws {
    try await WebHarness.run { web in
      let ref = try await web.startWatch()
      let answer = try await web.post(
        "/watches/\(ref)/extend",
        #"{"endTime": "2026-03-12T23:30:00+01:00", "reason": "Ringde själv."}"#)
      #expect(answer.status == 200)
      #expect(answer.json["endTime"]?.text == "2026-03-12T23:30:00+01:00")
    }
  }

  @Test(arguments: [("check-in", "safe"), ("cancel", "cancelled")])
  func `a watch is closed with a reason, once`(action: String, outcome: String) async throws {
    try await WebHarness.run { web in
      let ref = try await web.startWatch()
      let path = "/watches/\(ref)/\(action)"
      #expect(try await web.post(path).status == 400)
      #expect(try await web.post(path, #"{"reason": " "}"#).status == 422)
      let closed = try await web.post(path, #"{"reason": "Talade med Cleo."}"#)
      #expect(closed.json["state"]?.text == "closed")
      #expect(closed.json["outcome"]?.text == outcome)
      #expect(try await web.post(path, #"{"reason": "Igen."}"#).problem == "conflict")
    }
  }

  @Test func `a watch that a case holds is closed through the case only`() async throws {
    try await WebHarness.run { web in
      let (ref, _) = try await web.cryForHelp()
      let answer = try await web.post("/watches/\(ref)/check-in", #"{"reason": "Hon är hemma."}"#)
      #expect(answer.problem == "conflict")
      #expect(try await web.hasWatch(Cast.cleo))
    }
  }

  @Test(arguments: ["T999999", "L1", "x", "T", "T-1", "T99999999999999999999"])
  func `a reference that is none is 404`(ref: String) async throws {
    try await WebHarness.run { web async throws in
      #expect(try await web.get("/watches/\(ref)").problem == "not-found")
    }
  }

  @Test func `an unknown person and a suspended one get no watch`() async throws {
    try await WebHarness.run { web in
      try await web.store.write { transaction in
        guard var ada = try transaction.person(Cast.ada) else { return }
        ada.isPaused = true
        try transaction.save(ada)
      }
      func start(_ id: Int) async throws -> Answer {
        try await web.post(
          "/watches", #"{"person": "\#(id)", "endTime": "2026-03-12T22:10:00Z"}"#)
      }
      #expect(try await start(999).problem == "not-found")
      #expect(try await start(1).problem == "refused")
      #expect(try await web.watchCount() == 0)
    }
  }
}
