import Foundation
import Testing

@Suite struct KillTests {
  /// `TRYGGHET_KILLS` sets how many evenings are spoilt; `make proof` asks for more.
  private static let runs =
    ProcessInfo.processInfo.environment["TRYGGHET_KILLS"].flatMap(Int.init) ?? 10
  private static let runsAtOnce = 4

  @Test func `killed at any moment and started anew, the gateway loses nothing`() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for seed in 1...UInt64(Self.runs) {
        if seed > Self.runsAtOnce { try await group.next() }
        group.addTask {
          let place = try await Installation()
          do {
            try await KillStory(place: place, seed: seed).run()
          } catch {
            Issue.record("the evening of seed \(seed): \(error)")
          }
          await place.close()
        }
      }
      try await group.waitForAll()
    }
  }
}
