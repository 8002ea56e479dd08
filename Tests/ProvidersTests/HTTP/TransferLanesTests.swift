import Testing

@testable import GatewayHTTP

@Suite struct TransferLanesTests {
  /// A request that nobody sends, to a host whose name tells its lane.
  private func withSubmission(
    _ id: UInt64, host: String, _ body: (Submission) -> Void
  ) async throws {
    let destination = try Destination("https://\(host)/")
    let result: TransferResult = await withCheckedContinuation { answer in
      body(
        Submission(
          id: id, request: HTTPRequest(method: .get, url: ""), destination: destination,
          deadline: .now, answer: answer))
      answer.resume(returning: .failure(.notSent(.other)))
    }
    #expect(result.isFailure)
  }

  private func lanes(perHost: Int, total: Int, _ hosts: String) async throws -> TransferLanes {
    var lanes = TransferLanes(perHost: perHost, total: total)
    for (index, host) in hosts.enumerated() {
      try await withSubmission(UInt64(index), host: String(host)) { lanes.enqueue($0) }
    }
    return lanes
  }

  private func startAll(_ lanes: inout TransferLanes) -> [UInt64] {
    var ids: [UInt64] = []
    while let submission = lanes.startNext() { ids.append(submission.id) }
    return ids
  }

  @Test func `the hosts take turns, each in its own order`() async throws {
    var lanes = try await lanes(perHost: 9, total: 9, "aaabbc")
    #expect(startAll(&lanes) == [0, 3, 5, 1, 4, 2])
    #expect(lanes.waitingCount == 0)
  }

  @Test func `no host runs more than its share, and the next starts when one ends`() async throws {
    var lanes = try await lanes(perHost: 2, total: 9, "aaaab")
    #expect(startAll(&lanes) == [0, 4, 1])
    #expect(startAll(&lanes) == [])
    lanes.finish(lane: "https://a:443")
    #expect(startAll(&lanes) == [2])
    #expect(lanes.waitingCount == 1)
  }

  @Test func `no more run than allowed in all`() async throws {
    var lanes = try await lanes(perHost: 9, total: 2, "abc")
    #expect(startAll(&lanes) == [0, 1])
    lanes.finish(lane: "https://a:443")
    #expect(startAll(&lanes) == [2])
  }

  @Test func `what is taken out does not start, and the rest keeps its order`() async throws {
    var lanes = try await lanes(perHost: 1, total: 9, "aaaabb")
    #expect(startAll(&lanes) == [0, 4])
    let gone = lanes.removeWaiting { [2, 5, 0].contains($0.id) }
    #expect(gone.map(\.id) == [2, 5])
    #expect(lanes.waitingCount == 2)
    lanes.finish(lane: "https://a:443")
    lanes.finish(lane: "https://b:443")
    #expect(startAll(&lanes) == [1])
    lanes.finish(lane: "https://a:443")
    #expect(startAll(&lanes) == [3])
  }

  @Test func `a lane that has emptied is as new`() async throws {
    var lanes = try await lanes(perHost: 1, total: 1, "a")
    #expect(startAll(&lanes) == [0])
    lanes.finish(lane: "https://a:443")
    try await withSubmission(7, host: "a") { lanes.enqueue($0) }
    #expect(startAll(&lanes) == [7])
  }
}

extension Result {
  fileprivate var isFailure: Bool {
    if case .failure = self { true } else { false }
  }
}
