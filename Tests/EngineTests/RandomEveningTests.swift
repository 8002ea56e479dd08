import CheckinFlows
import TestSupport
import Testing

@testable import GatewayEngine

/// Evenings made of chance: people, operators, faults, crashes and clocks in any order. What may
/// never happen is looked for after each step.
@Suite("Evenings that nobody planned")
struct RandomEveningTests {
  @Test("The promises hold, whatever comes when", .timeLimit(.minutes(5)), arguments: 1...6)
  func evening(seed: UInt64) async throws {
    var evening = try await RandomEvening(seed: seed)
    for _ in 1...25 {
      let deed = try await evening.step()
      let breaches = try await evening.breaches()
      #expect(breaches.isEmpty, "seed \(seed), after \(deed)")
      guard breaches.isEmpty else { return }
    }
  }
}

struct RandomEvening {
  private static let people = [
    (Cast.ada, Cast.adasNumber), (Cast.bo, Cast.bosNumber), (Cast.cleo, Cast.cleosNumber),
  ]
  private static let words = [
    "21.30 möte", "om 30 min", "om 2 timmar", "ok", "ok", "ok 4711", "ok 9152", "9152", "+30",
    "hjälp", "tyst", "jag blir förföljd", "ring", "tack", "22.15", "stopp", "ok 1234", "hej på er",
    "nej", "ja", "status", "är vid bron 9152",
  ]

  private var harness: EngineHarness
  private var random: SplitMix
  private var serial = 0
  /// Whoever has sent what may close, or had a case closed by an operator, since the start.
  private var mayHaveClosed: Set<PersonID> = []
  private var latestWatch: [PersonID: WatchID] = [:]
  private var silentBreach: String?

  init(seed: UInt64) async throws {
    harness = try await EngineHarness.make()
    random = SplitMix(state: seed)
  }

  // MARK: What happens

  mutating func step() async throws -> String {
    let quiet = try await quietPhones()
    let chance = random.next(20)
    var writer: PhoneNumber?
    let deed: String
    switch chance {
    case 0..<8:
      let (person, number) = Self.people[random.next(3)]
      writer = number
      deed = try await text(person, number)
    case 8..<12:
      let seconds = [5, 30, 95, 180, 600, 1800][random.next(6)]
      try await harness.pass(seconds: seconds)
      deed = "pass \(seconds)"
    case 12: deed = try await crash()
    case 13: deed = try await sleep()
    case 14: deed = await fault()
    case 15: deed = try await changeDuty()
    case 16, 17: deed = try await claim()
    case 18: deed = try await closeCase()
    default:
      harness.clock.advance(seconds: -300)
      try await harness.engine.settle()
      deed = "clock back"
    }
    for (number, count) in quiet where number != writer {
      let now = await harness.provider.posted.count { $0.to == number }
      if now != count { silentBreach = "a phone that must stay silent, after \(deed)" }
    }
    return deed
  }

  private mutating func text(_ person: PersonID, _ number: PhoneNumber) async throws -> String {
    let words = Self.words[random.next(Self.words.count)]
    serial += 1
    if words.hasPrefix("ok") || words == "ja" || words == "4711" { mayHaveClosed.insert(person) }
    try await harness.receive(words, from: number, id: "s\(serial)")
    if random.next(4) > 0 { try await harness.engine.settle() }
    if random.next(8) == 0 { try await harness.text(words, from: number, id: "s\(serial)") }
    return "\(person.rawValue): \(words)"
  }

  /// The process dies between the mark and the answer of what it was about to send.
  private mutating func crash() async throws -> String {
    _ = try await harness.engine.sender.claim(atMost: 1 + random.next(4))
    harness = harness.restarted()
    try await harness.engine.start()
    try await harness.engine.settle()
    return "crash"
  }

  private mutating func sleep() async throws -> String {
    let minutes = [3, 20, 90, 1600][random.next(4)]
    harness.clock.advance(minutes: minutes)
    harness = harness.restarted()
    try await harness.engine.start()
    try await harness.engine.settle()
    return "down \(minutes) min"
  }

  private mutating func fault() async -> String {
    let outcomes: [SendOutcome?] = [
      nil, nil, nil, .unknown, .refused(.tryLater), .refused(.noCredit), .refused(.optedOut),
    ]
    let index = random.next(outcomes.count)
    await harness.provider.answerAlways(outcomes[index])
    return "fault \(index)"
  }

  private mutating func changeDuty() async throws -> String {
    let (id, isOn) = (OperatorID(rawValue: Int64(1 + random.next(2))), random.next(2) == 0)
    let (now, flows, isGone) = (harness.clock.now(), harness.engine.core.flows, random.next(6) == 0)
    try await harness.store.write { transaction in
      guard var row = try transaction.operator(id) else { return }
      row.onDutySince = isOn ? now : nil
      row.isDisabled = isGone
      try transaction.save(row)
      try flows.ladderChanged(of: .first, cause: .system, in: transaction, at: now)
    }
    try await harness.engine.settle()
    return "operator \(id.rawValue) on \(isOn) gone \(isGone)"
  }

  private mutating func claim() async throws -> String {
    try await onSomeCase { .claim(.operator($0)) }
    return "claim or pass on"
  }

  private mutating func onSomeCase(_ event: (OperatorID) -> CaseEvent) async throws {
    let open = try await harness.openCases()
    guard !open.isEmpty else { return }
    let row = open[random.next(open.count)]
    let id = OperatorID(rawValue: Int64(1 + random.next(2)))
    let wish = random.next(3) == 0 ? CaseEvent.passOn(id) : event(id)
    let (now, flows) = (harness.clock.now(), harness.engine.core.flows)
    _ = try await harness.store.write { transaction in
      try flows.apply(
        wish, to: row.id, cause: FlowCause(.operator(id)), in: transaction, at: now)
    }
    if let person = row.person, case .work = wish { mayHaveClosed.insert(person) }
    if row.kind == .fault, case .work = wish { mayHaveClosed.formUnion(Self.people.map(\.0)) }
    try await harness.engine.settle()
  }

  private mutating func closeCase() async throws -> String {
    try await onSomeCase { .work(.close(.safe, .phone, reason: "talked"), .operator($0)) }
    return "close a case"
  }

  // MARK: What may never happen

  mutating func breaches() async throws -> [String] {
    var breaches = silentBreach.map { [$0] } ?? []
    let now = harness.clock.now()
    breaches += try await harness.store.read {
      try $0.auditFindings(at: now, lateAfterSeconds: 30, limit: 9)
    }
    .map { "\($0)" }
    for (person, _) in Self.people {
      let live = try await harness.liveWatch(of: person)
      breaches += forgotten(person, live) + late(live, at: now)
      latestWatch[person] = live?.id
      if live?.phase == .armed, live?.attempts.isEmpty == true,
        live.map({ $0.armedAt == now }) == true
      {
        mayHaveClosed.remove(person)
      }
    }
    for row in try await harness.openCases() where row.nextStepAt == nil {
      breaches.append("\(row.id) without a next step")
    }
    return breaches
  }

  private func forgotten(_ person: PersonID, _ live: Watch?) -> [String] {
    guard let before = latestWatch[person], live?.id != before else { return [] }
    return mayHaveClosed.contains(person) ? [] : ["\(before) ended by itself"]
  }

  /// From the end a human is sought within the policy's own bound and a minute.
  private func late(_ live: Watch?, at now: Instant) -> [String] {
    guard let live, live.phase != .awaitingOperator else { return [] }
    let bound = live.contactOverAt(in: Policy()).adding(seconds: 60)
    return now <= bound ? [] : ["\(live.id) is \(live.phase.name) after \(bound)"]
  }

  /// Phones of those whose alarm is silent, with nothing on its way to them.
  private func quietPhones() async throws -> [(PhoneNumber, Int)] {
    var quiet: [(PhoneNumber, Int)] = []
    let states: [OutboxState] = [.pending, .sending, .unknown]
    for (person, number) in Self.people {
      guard try await harness.liveWatch(of: person)?.isSilent == true else { continue }
      var isBusy = false
      for state in states
      where try await harness.items(in: state).contains(where: { $0.to == number }) {
        isBusy = true
      }
      if !isBusy { quiet.append((number, await harness.provider.posted.count { $0.to == number })) }
    }
    return quiet
  }
}

/// The same numbers for the same seed, for ever.
private struct SplitMix {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
