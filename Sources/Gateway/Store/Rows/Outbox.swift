import CheckinFlows
import GatewayEngine

private let purposeFormat = BodyFormat<OutboundPurpose>("purpose of an outgoing item")
private let contentFormat = BodyFormat<OutboundContent>("content of an outgoing item")
/// An item is read anew when it is claimed and when its outcome is recorded.
private let purposeCache = DecodedBodies<OutboundPurpose>()
private let contentCache = DecodedBodies<OutboundContent>()

private let itemColumns =
  """
  id, tenant, ref, lane, number, state, delivery, due_at, provider, provider_id, sent_at, tries,
  possible_duplicate_of, format, purpose, content
  """

extension SQLiteReading {
  func item(_ id: OutboxID) throws -> OutboxItem? {
    let sql = "SELECT \(itemColumns) FROM outbox WHERE id = ?"
    return try connection.first(sql, [id.rawValue], OutboxItem.init(row:))
  }

  func item(ref: CallRef) throws -> OutboxItem? {
    let sql = "SELECT \(itemColumns) FROM outbox WHERE ref = ?"
    return try connection.first(sql, [ref.rawValue], OutboxItem.init(row:))
  }

  func item(provider: String, providerID: String) throws -> OutboxItem? {
    let sql = """
      SELECT \(itemColumns) FROM outbox WHERE provider_id = ? AND provider = ? ORDER BY id LIMIT 1
      """
    return try connection.first(sql, [providerID, provider], OutboxItem.init(row:))
  }

  func pendingItems(at now: Instant, limit: Int) throws -> [OutboxItem] {
    // Lane by lane, so that future items of the first lane are not waded through.
    let sql = """
      SELECT \(itemColumns) FROM outbox
      WHERE state = 'pending' AND lane = ? AND due_at <= ? ORDER BY due_at, id LIMIT ?
      """
    var items: [OutboxItem] = []
    for lane in [Lane.lifeSafety, .courtesy] where items.count < limit {
      items += try connection.all(
        sql, [lane.rawValue, now.milliseconds, limit - items.count], OutboxItem.init(row:))
    }
    return items
  }

  /// Oldest first.
  func items(in state: OutboxState, limit: Int) throws -> [OutboxItem] {
    let sql = """
      SELECT \(itemColumns) FROM outbox WHERE \(state.condition) ORDER BY id LIMIT ?
      """
    return try connection.all(sql, [limit], OutboxItem.init(row:))
  }

  func nextPendingAt() throws -> Instant? {
    let sql = """
      SELECT due_at FROM outbox WHERE state = 'pending' AND lane = ? ORDER BY due_at LIMIT 1
      """
    return try [Lane.lifeSafety, .courtesy]
      .compactMap { lane in try connection.first(sql, [lane.rawValue]) { $0.instant(0) } }
      .min()
  }

  func recentTexts(to number: PhoneNumber, since: Instant, limit: Int) throws -> [OutboxItem] {
    let sql = """
      SELECT \(itemColumns) FROM outbox
      WHERE channel = 'text' AND sent_at IS NOT NULL AND number = ? AND sent_at > ?
      ORDER BY sent_at DESC, id DESC LIMIT ?
      """
    return try connection.all(
      sql, [number.e164, since.milliseconds, limit], OutboxItem.init(row:))
  }
}

extension SQLiteTransaction {
  func newOutboxID() throws -> OutboxID {
    OutboxID(rawValue: try nextIdentity("outbox"))
  }

  func insert(_ item: OutboxItem) throws {
    let sql = """
      INSERT INTO outbox (id, tenant, ref, lane, channel, number, possible_duplicate_of,
        state, delivery, due_at, provider, provider_id, sent_at, tries, format, purpose, content)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    try connection.run(sql, item.fixedValues + item.changingValues + (try item.bodyValues))
  }

  func save(_ item: OutboxItem) throws {
    let sql = """
      UPDATE outbox SET state = ?, delivery = ?, due_at = ?, provider = ?, provider_id = ?,
        sent_at = ?, tries = ?
      WHERE id = ?
      """
    let changed = try connection.run(sql, item.changingValues + [item.id.rawValue])
    guard changed == 1 else {
      throw StoreFailure.other("an outgoing item was saved before it was inserted")
    }
  }
}

extension OutboxState {
  /// Literal, so that the partial index of the state can serve.
  fileprivate var condition: String {
    switch self {
    case .pending, .accepted, .refused, .lost, .withdrawn: "state = '\(rawValue)'"
    case .sending, .unknown: "state IN ('sending', 'unknown') AND state = '\(rawValue)'"
    }
  }
}

extension OutboundContent {
  fileprivate var channel: String {
    switch self {
    case .text: "text"
    case .call: "call"
    case .command: "command"
    }
  }
}

extension OutboxItem {
  /// What never changes once the item is there.
  fileprivate var fixedValues: [(any SQLiteValue)?] {
    [
      id.rawValue, tenant.rawValue, ref.rawValue, lane.rawValue, content.channel, to?.e164,
      possibleDuplicateOf?.rawValue,
    ]
  }

  /// How far it has come.
  fileprivate var changingValues: [(any SQLiteValue)?] {
    [
      state.rawValue, delivery.rawValue, dueAt.milliseconds, provider, providerID,
      sentAt?.milliseconds, tries,
    ]
  }

  fileprivate var bodyValues: [(any SQLiteValue)?] {
    get throws {
      [
        purposeFormat.current, try purposeFormat.encode(purpose),
        try contentFormat.encode(content),
      ]
    }
  }

  fileprivate init(row: Row) throws {
    guard let lane = Lane(rawValue: row[3]) else {
      throw StoreFailure.corrupt("an outgoing item is in no known lane")
    }
    self.init(
      id: row.identifier(0), tenant: row.identifier(1), ref: CallRef(rawValue: row[2]),
      lane: lane, purpose: try purposeCache.value(row[14], format: row[13], of: purposeFormat),
      content: try contentCache.value(row[15], format: row[13], of: contentFormat),
      to: try row.optionalNumber(4), dueAt: row.instant(7),
      possibleDuplicateOf: row.optionalIdentifier(12))
    state = try row.value(5)
    delivery = try row.value(6)
    provider = row[8]
    providerID = row[9]
    sentAt = row.optionalInstant(10)
    tries = row[11]
  }
}
