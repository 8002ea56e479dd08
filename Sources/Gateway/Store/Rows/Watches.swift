import CheckinFlows
import GatewayEngine

private let watchFormat = BodyFormat<Watch>("watch")
/// One event reads its watch several times.
private let watchCache = DecodedBodies<Watch>()

extension SQLiteReading {
  func watch(_ id: WatchID) throws -> Versioned<Watch>? {
    let sql = "SELECT format, body, version FROM watches WHERE id = ?"
    return try connection.first(sql, [id.rawValue], versionedWatch)
  }

  func liveWatch(of person: PersonID) throws -> Versioned<Watch>? {
    let sql = "SELECT format, body, version FROM watches WHERE person = ? AND is_live = 1"
    return try connection.first(sql, [person.rawValue], versionedWatch)
  }

  func watches(
    _ filter: WatchFilter, of tenant: TenantID, before: WatchID?, limit: Int
  ) throws -> [Watch] {
    var values: [any SQLiteValue] = [tenant.rawValue, before?.rawValue ?? .max]
    var condition = ""
    switch filter {
    case .all: break
    case .live: condition = "AND is_live = 1"
    case .ofPerson(let person):
      condition = "AND person = ?"
      values.append(person.rawValue)
    }
    let sql = """
      SELECT format, body, version FROM watches
      WHERE tenant = ? AND id < ? \(condition) ORDER BY id DESC LIMIT ?
      """
    return try connection.all(sql, values + [limit]) { try versionedWatch($0).flow }
  }

  func hasLiveWatch(of tenant: TenantID) throws -> Bool {
    let sql = "SELECT 1 FROM watches WHERE is_live = 1 AND tenant = ? LIMIT 1"
    return try connection.first(sql, [tenant.rawValue]) { _ in true } ?? false
  }

  func countLiveWatches(of tenant: TenantID?) throws -> Int {
    let condition = tenant == nil ? "" : "AND tenant = ?"
    let sql = "SELECT count(*) FROM watches WHERE is_live = 1 \(condition)"
    return try connection.first(sql, tenant.map { [$0.rawValue] } ?? [], { $0[0] }) ?? 0
  }

  private func versionedWatch(_ row: Row) throws -> Versioned<Watch> {
    Versioned(
      try watchCache.value(row[1], format: row[0], of: watchFormat), version: row[2])
  }
}

extension SQLiteTransaction {
  func newWatchID() throws -> WatchID {
    WatchID(rawValue: try nextIdentity("watch"))
  }

  func insert(_ watch: Watch) throws {
    if watch.isLive { try refuseAnotherLiveWatch(beside: watch) }
    let sql = """
      INSERT INTO watches (id, tenant, person, policy, is_live, version, format, body)
      VALUES (?, ?, ?, ?, ?, 1, ?, ?)
      """
    try connection.run(
      sql,
      [
        watch.id.rawValue, watch.tenant.rawValue, watch.person.rawValue, watch.policy.rawValue,
        watch.isLive, watchFormat.current, try watchFormat.encode(watch),
      ])
    try keepDeadline("watch", "\(watch.id.rawValue)", watch.wakeUpAt)
  }

  func save(_ watch: Versioned<Watch>) throws {
    let flow = watch.flow
    let body = try watchFormat.encode(flow)
    // Nearly always the watch was live and stays so: then no index has to be touched.
    let keepingItsLife = """
      UPDATE watches SET version = version + 1, format = ?, body = ?
      WHERE id = ? AND version = ? AND is_live = ?
      """
    let values: [any SQLiteValue] = [
      watchFormat.current, body, flow.id.rawValue, watch.version, flow.isLive,
    ]
    if try connection.run(keepingItsLife, values) == 0 {
      try saveWithNewLife(watch, body)
    }
    try keepDeadline("watch", "\(flow.id.rawValue)", flow.wakeUpAt)
  }

  private func saveWithNewLife(_ watch: Versioned<Watch>, _ body: BodyText) throws {
    let flow = watch.flow
    if flow.isLive { try refuseAnotherLiveWatch(beside: flow) }
    let sql = """
      UPDATE watches SET is_live = ?, version = version + 1, format = ?, body = ?
      WHERE id = ? AND version = ?
      """
    let changed = try connection.run(
      sql, [flow.isLive, watchFormat.current, body, flow.id.rawValue, watch.version])
    guard changed == 1 else { throw StaleVersion() }
  }

  private func refuseAnotherLiveWatch(beside watch: Watch) throws {
    let sql = "SELECT id FROM watches WHERE person = ? AND is_live = 1 AND id <> ?"
    let live: WatchID? = try connection.first(sql, [watch.person.rawValue, watch.id.rawValue]) {
      $0.identifier(0)
    }
    if let live { throw LiveWatchExists(watch: live) }
  }
}

extension Watch {
  fileprivate var isLive: Bool {
    switch phase {
    case .closed: false
    case .draft, .armed, .reminded, .overdue, .contacting, .awaitingOperator: true
    }
  }

  /// When the watch itself is woken; `nil` when a case drives it on, or when it is closed.
  fileprivate var wakeUpAt: Instant? {
    guard isLive else { return nil }
    return switch nextStep {
    case .at(let instant): instant
    case .byCase, nil: nil
    }
  }
}
