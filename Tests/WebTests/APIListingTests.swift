import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

@Suite struct APIListingTests {
  @Test(arguments: [1, 2, 3, 7])
  func `pages tell everything once, and the last one has no next`(limit: Int) async throws {
    try await WebHarness.run { web in
      var opened: Set<String> = []
      for number in 1...7 {
        opened.insert(try await web.openCase(priority: number % 2 + 1))
      }
      let refs = try await web.refs("/cases?limit=\(limit)")
      #expect(refs.count == 7 && Set(refs) == opened)
    }
  }

  @Test func `people and watches are told page by page too`() async throws {
    try await WebHarness.run { web in
      for person in [Cast.ada, Cast.bo, Cast.cleo] { _ = try await web.startWatch(person: person) }
      #expect(try await web.refs("/watches?limit=2").count == 3)
      #expect(try await web.refs("/people?limit=2", member: "id") == ["1", "2", "3"])
    }
  }

  @Test func `every look is an entry of the log, with the one who looked`() async throws {
    try await WebHarness.run { web in
      let watch = try await web.startWatch()
      let opened = try await web.openCase()
      let before = try await web.logged().count
      for path in ["/people/3", "/watches/\(watch)", "/cases/\(opened)", "/cases", "/people"] {
        _ = try await web.get(path)
      }
      let looks = try await web.logged().dropFirst(before)
      #expect(
        looks.map(\.kind) == [
          "person.looked", "watch.looked", "case.looked", "cases.listed", "people.listed",
        ])
      #expect(Set(looks.map(\.actor)).count == 1)
      #expect(looks.first?.person == Cast.cleo)
      let timeline = try await web.get("/watches/\(watch)").json["timeline"]?.list
      #expect(timeline?.contains { $0["kind"]?.text == "watch.looked" } == false)
    }
  }

  @Test func `open, claimed and live select as they say`() async throws {
    try await WebHarness.run { web in
      let open = try await web.openCase()
      let claimed = try await web.openCase(.callback)
      let closed = try await web.openCase(.unclear)
      _ = try await web.post("/cases/\(claimed)/claim")
      _ = try await web.post("/cases/\(closed)/close", #"{"outcome": "unknown"}"#)
      #expect(try await web.refs("/cases?state=open") == [open])
      #expect(try await web.refs("/cases?state=claimed") == [claimed])
      #expect(try await web.refs("/cases?state=live") == [open, claimed])
      #expect(try await web.refs("/cases?state=closed") == [closed])
      #expect(try await web.refs("/cases?state=all").count == 3)
    }
  }

  @Test func `a page of one state is full even when others stand between`() async throws {
    try await WebHarness.run { web in
      var closed: [String] = []
      for number in 1...9 {
        let ref = try await web.openCase()
        guard number.isMultiple(of: 3) else { continue }
        _ = try await web.post("/cases/\(ref)/close", #"{"outcome": "unknown"}"#)
        closed.append(ref)
      }
      let page = try await web.get("/cases?state=closed&limit=2").json
      #expect(page["items"]?.list.compactMap { $0["ref"]?.text } == Array(closed.prefix(2)))
      #expect(try await web.refs("/cases?state=closed&limit=2") == closed)
    }
  }

  @Test func `a person's watches are filtered by state as well`() async throws {
    try await WebHarness.run { web in
      let old = try await web.startWatch()
      _ = try await web.post("/watches/\(old)/cancel", #"{"reason": "Inställt."}"#)
      let live = try await web.startWatch()
      _ = try await web.startWatch(person: Cast.ada)
      #expect(try await web.refs("/watches?person=3") == [live])
      #expect(try await web.refs("/watches?person=3&state=closed") == [old])
      #expect(try await web.refs("/watches?person=3&state=all") == [live, old])
      #expect(try await web.refs("/watches?state=armed").count == 2)
    }
  }

  @Test(arguments: [
    "/cases?limit=0", "/cases?limit=201", "/cases?limit=many", "/cases?state=opne",
    "/cases?after=x", "/watches?state=late", "/watches?after=L1", "/watches?person=Cleo",
    "/people?after=x", "/people?limit=-1",
  ])
  func `a question that cannot be read is never answered with something else`(
    path: String
  ) async throws {
    try await WebHarness.run { web async throws in
      #expect(try await web.get(path).problem == "bad-request")
    }
  }
}

extension WebHarness {
  /// Every row of a listing, page after page.
  fileprivate func refs(_ path: String, member: String = "ref") async throws -> [String] {
    var refs: [String] = []
    var after: String?
    repeat {
      let mark = path.contains("?") ? "&" : "?"
      let page = try await get(path + (after.map { "\(mark)after=\($0)" } ?? "")).json
      refs += page["items"]?.list.compactMap { $0[member]?.text } ?? []
      after = page["next"]?.text
    } while after != nil && refs.count < 1000
    return refs
  }
}
