import CheckinFlows
import Foundation
import GatewayHTTP
import GatewayStore
import TestSupport
import Testing

/// One evening of ten seconds, in which `gatewayd serve` is killed again and again.
///
/// Ada answers our call with a key, Bo is silent, Cleo answers each text with OK, and a stranger
/// cries for help. Omar takes what he is rung for.
struct KillStory: Sendable {
  let place: Installation
  let seed: UInt64
  private static let kills = 3

  func run() async throws {
    var chance = Chance(seed: seed)
    try await peopleBehave()
    var gateway = try await place.serve()
    for person in 1...3 { try await startWatch(of: person) }
    let cry = Int.random(in: 0..<Self.kills, using: &chance)
    for kill in 0..<Self.kills {
      await Wait.pass(milliseconds: Int.random(in: 0...2500, using: &chance))
      if kill == cry { try await strangerCriesForHelp() }
      await Wait.pass(milliseconds: Int.random(in: 0...60, using: &chance))
      gateway.kill(SIGKILL)
      try await gateway.untilItEnds()
      await Wait.pass(milliseconds: Int.random(in: 0...300, using: &chance))
      gateway = try RealProcess("gatewayd", ["serve"], environment: place.settings)
      // Some are killed again while they start.
      if Bool.random(using: &chance) { try await gateway.untilItWrites("service.ready") }
    }
    try await gateway.untilItWrites("service.ready")
    try await untilAllIsInHand()
    gateway.kill(SIGTERM)
    #expect(try await gateway.untilItEnds() == 0)
    try await nothingIsLost()
  }

  // MARK: The evening

  private func peopleBehave() async throws {
    for (number, behaviour) in [
      (Cast.adasNumber, #"{"answer":"person","afterSeconds":0.2,"keys":["1","1","1"]}"#),
      (Cast.bosNumber, #"{"answer":"noAnswer"}"#),
      (
        Cast.cleosNumber,
        #"{"answer":"noAnswer","replies":["ok","ok","ok","ok","ok","ok","ok","ok"]}"#
      ),
      (Cast.olgasNumber, #"{"answer":"noAnswer"}"#),
      (Cast.omarsNumber, #"{"answer":"person","afterSeconds":0.2,"keys":["4","4","4"]}"#),
    ] {
      let path = "/phones/\(number.e164)/behaviour"
      #expect(await place.asksLine(.put, path, behaviour) != nil)
    }
  }

  private func startWatch(of person: Int) async throws {
    let end = Date().addingTimeInterval(3).formatted(.iso8601)
    let order = #"{"person":"\#(person)","endTime":"\#(end)","activity":"meeting"}"#
    _ = try #require(await place.asks(.post, "/watches", order))
  }

  private func strangerCriesForHelp() async throws {
    let text = #"{"to":"\#(Cast.ourNumber.e164)","text":"hjälp"}"#
    let path = "/phones/\(Cast.strangersNumber.e164)/texts"
    _ = try #require(await place.asksLine(.post, path, text))
  }

  // MARK: Its end

  /// Every watch is closed or with an operator, and every case that holds one is somebody's.
  private func untilAllIsInHand() async throws {
    try await Wait.until("every case is claimed and every watch is closed or in a case") {
      guard let watches = await items("/watches?state=all"), watches.count == 3,
        let cases = await items("/cases?state=live")
      else { return false }
      let states = watches.compactMap { $0["state"] as? String }
      let isEachInHand = states.allSatisfy { $0 == "closed" || $0 == "awaitingOperator" }
      let holding = cases.filter { ["notReached", "sos"].contains($0["kind"] as? String) }
      let kinds = Set(holding.compactMap { $0["kind"] as? String })
      return isEachInHand && kinds == ["notReached", "sos"]
        && holding.allSatisfy { $0["claimedBy"] is String }
    }
  }

  private func items(_ path: String) async -> [[String: Any]]? {
    await place.asks(.get, path)?["items"] as? [[String: Any]]
  }

  private func nothingIsLost() async throws {
    let evidence = try await Evidence.gathered(at: place)
    #expect(evidence.firstBrokenLogEntry == nil, "the chain of hashes is broken")
    #expect(evidence.leftSending == 0, "an item is neither sent nor in doubt")
    for watch in evidence.watches {
      #expect(watch.stepsOutOfOrder == [], "a state was skipped")
      #expect(watch.calls <= watch.attempts, "a check call was placed twice")
      #expect(
        watch.repeatedTexts <= evidence.possibleDuplicates,
        "a text came twice, and the log does not say that it may")
    }
    #expect(
      evidence.doubledCalls <= evidence.possibleDuplicates,
      "a call was placed twice, and the log does not say that it may")
    // Nobody can answer for a process that is dead; the company hears so, and repeats events.
    #expect(evidence.otherViolations.filter { $0 != "httpErrorToLiveCall" } == [])
  }
}

/// Chance that a seed fixes.
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
