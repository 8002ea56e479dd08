import GatewayEngine
import TestSupport
import Testing

@testable import CheckinFlows

/// A text to Cleo, due now.
func newItem(
  in transaction: any StoreTransaction, lane: Lane = .lifeSafety, dueAt: Instant = evening,
  to number: PhoneNumber? = Cast.cleosNumber, content: OutboundContent = .text("Hej")
) throws -> OutboxItem {
  let id = try transaction.newOutboxID()
  return OutboxItem(
    id: id, tenant: .first, ref: CallRef(rawValue: "ref-\(id.rawValue)"), lane: lane,
    purpose: .reply(Cast.cleo, .statusOff), content: content, to: number, dueAt: dueAt)
}

@Suite("The outbox")
struct OutboxTests {
  @Test(
    "life-safety goes first, then what is due longest, then by id", arguments: StoreKind.allCases)
  func pendingOrder(kind: StoreKind) async throws {
    let subject = try await kind.open()
    let now = evening.adding(seconds: 10)
    let planned: [(lane: Lane, seconds: Int)] = [
      (.courtesy, 0), (.lifeSafety, 5), (.lifeSafety, 0), (.lifeSafety, 0), (.courtesy, 3),
      (.lifeSafety, 11),
    ]
    let ids = try await subject.store.write { transaction in
      try planned.map { plan -> OutboxID in
        let dueAt = evening.adding(seconds: plan.seconds)
        let item = try newItem(in: transaction, lane: plan.lane, dueAt: dueAt)
        try transaction.insert(item)
        return item.id
      }
    }
    func pending(limit: Int) async throws -> [OutboxID] {
      try await subject.store.read { try $0.pendingItems(at: now, limit: limit).map(\.id) }
    }
    #expect(try await pending(limit: 10) == [ids[2], ids[3], ids[1], ids[0], ids[4]])
    #expect(try await pending(limit: 4) == [ids[2], ids[3], ids[1], ids[0]])
    #expect(try await pending(limit: 2) == [ids[2], ids[3]])
    #expect(try await subject.store.read { try $0.nextPendingAt() } == evening)
  }

  @Test(
    "an item comes back as it was saved, and leaves the pending ones", arguments: StoreKind.allCases
  )
  func roundTrip(kind: StoreKind) async throws {
    let subject = try await kind.open()
    let saved = try await subject.store.write { transaction in
      var item = try newItem(in: transaction, content: .call(ringSeconds: 25))
      item.purpose = .checkCall(watchID(1001), attempt: 2)
      item.possibleDuplicateOf = OutboxID(rawValue: 7)
      try transaction.insert(item)
      item.state = .sending
      item.provider = "46elks"
      item.providerID = "c1"
      item.sentAt = evening
      item.tries = 1
      item.delivery = .handedOver
      try transaction.save(item)
      return item
    }
    let found = try await subject.store.read { store in
      [
        try store.item(saved.id), try store.item(ref: saved.ref),
        try store.item(provider: "46elks", providerID: "c1"),
        try store.items(in: .sending, limit: 5).first,
      ]
    }
    #expect(found.allSatisfy { $0 == saved })
    #expect(
      try await subject.store.read { try $0.item(provider: "twilio", providerID: "c1") } == nil)
    #expect(try await subject.store.read { try $0.pendingItems(at: evening, limit: 5) } == [])
    #expect(try await subject.store.read { try $0.nextPendingAt() } == nil)
  }

  @Test("every state can be listed", arguments: StoreKind.allCases)
  func states(kind: StoreKind) async throws {
    let subject = try await kind.open()
    for state in OutboxState.allCases {
      let id = try await subject.store.write { transaction in
        var item = try newItem(in: transaction)
        try transaction.insert(item)
        item.state = state
        try transaction.save(item)
        return item.id
      }
      #expect(try await subject.store.read { try $0.items(in: state, limit: 9).map(\.id) } == [id])
    }
  }

  @Test("recent texts to a number are those that left, newest first", arguments: StoreKind.allCases)
  func recentTexts(kind: StoreKind) async throws {
    let subject = try await kind.open()
    let sent: [(seconds: Int?, number: PhoneNumber, content: OutboundContent)] = [
      (10, Cast.cleosNumber, .text("a")), (20, Cast.cleosNumber, .text("b")),
      (0, Cast.cleosNumber, .text("c")), (30, Cast.adasNumber, .text("d")),
      (30, Cast.cleosNumber, .call(ringSeconds: 25)), (nil, Cast.cleosNumber, .text("e")),
    ]
    let ids = try await subject.store.write { transaction in
      try sent.map { one -> OutboxID in
        var item = try newItem(in: transaction, to: one.number, content: one.content)
        try transaction.insert(item)
        item.sentAt = one.seconds.map { evening.adding(seconds: $0) }
        try transaction.save(item)
        return item.id
      }
    }
    let recent = try await subject.store.read { store in
      try store.recentTexts(to: Cast.cleosNumber, since: evening, limit: 5).map(\.id)
    }
    #expect(recent == [ids[1], ids[0]])
  }

  @Test("an item that was never inserted cannot be saved", arguments: StoreKind.allCases)
  func saveWithoutInsert(kind: StoreKind) async throws {
    let subject = try await kind.open()
    await #expect(throws: StoreFailure.self) {
      try await subject.store.write { try $0.save(try newItem(in: $0)) }
    }
  }
}
