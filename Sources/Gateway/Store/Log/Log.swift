import CheckinFlows
import GatewayEngine

private let payloadFormat = BodyFormat<[String: String]>("log payload")

private let storedEntries =
  """
  SELECT log.sequence, log.at, log.tenant, log.kind, log.actor, log.watch, log.case_id,
    log.person, log.hash, log_payloads.payload
  FROM log LEFT JOIN log_payloads ON log_payloads.sequence = log.sequence
  """

extension SQLiteReading {
  func log(ofWatch watch: WatchID) throws -> [StoredLogEntry] {
    let sql = "\(storedEntries) WHERE log.watch = ? ORDER BY log.sequence"
    return try connection.all(sql, [watch.rawValue], StoredLogEntry.init(row:))
  }

  func log(ofCase caseID: CaseID) throws -> [StoredLogEntry] {
    let sql = "\(storedEntries) WHERE log.case_id = ? ORDER BY log.sequence"
    return try connection.all(sql, [caseID.rawValue], StoredLogEntry.init(row:))
  }

  func log(after sequence: Int64, limit: Int) throws -> [StoredLogEntry] {
    let sql = "\(storedEntries) WHERE log.sequence > ? ORDER BY log.sequence LIMIT ?"
    return try connection.all(sql, [sequence, limit], StoredLogEntry.init(row:))
  }
}

extension SQLiteTransaction {
  func append(_ entry: LogEntry) throws {
    let payload = entry.payload.isEmpty ? "" : payloadText(entry.payload)
    let previous = try connection.logEnd.known ?? latestLink()
    let link = LogLink(
      sequence: previous.sequence + 1, at: entry.at.milliseconds, tenant: entry.tenant.rawValue,
      kind: entry.kind, actor: entry.actor.stored, watch: entry.watch?.rawValue,
      caseID: entry.case?.rawValue, person: entry.person?.rawValue,
      payloadDigest: LogChain.digest(ofPayload: payload))
    let hash = LogChain.hash(of: link, after: previous.hash)
    try insert(link, hash: hash)
    connection.logEnd.known = (link.sequence, hash)
    guard !payload.isEmpty else { return }
    try connection.run(
      "INSERT INTO log_payloads (sequence, payload) VALUES (?, ?)", [link.sequence, payload])
  }

  /// Keys sorted, so that the same facts always have the same digest.
  private func payloadText(_ payload: [String: String]) -> String {
    let writer = JSONWriter()
    let depth = writer.beginObject()
    for (key, value) in payload.sorted(by: { $0.key < $1.key }) {
      writer.key(key, in: depth)
      writer.string(value)
    }
    return String(decoding: writer.finished(), as: UTF8.self)
  }

  private func latestLink() throws -> (sequence: Int64, hash: [UInt8]) {
    let sql = "SELECT sequence, hash FROM log ORDER BY sequence DESC LIMIT 1"
    return try connection.first(sql, []) { ($0[0], $0.bytes(1)) } ?? (0, LogChain.origin)
  }

  private func insert(_ link: LogLink, hash: [UInt8]) throws {
    let sql = """
      INSERT INTO log (sequence, at, tenant, kind, actor, watch, case_id, person, payload_digest,
        hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    try connection.run(
      sql,
      [
        link.sequence, link.at, link.tenant, link.kind, link.actor, link.watch, link.caseID,
        link.person, link.payloadDigest, hash,
      ])
  }
}

extension StoredLogEntry {
  fileprivate init(row: Row) throws {
    let payload = try (row[9] as BodyText?).map { try payloadFormat.decode($0, format: 1) }
    let entry = LogEntry(
      at: row.instant(1), tenant: row.identifier(2), kind: row[3],
      actor: try LogActor(stored: row[4]), watch: row.optionalIdentifier(5),
      case: row.optionalIdentifier(6), person: row.optionalIdentifier(7), payload: payload ?? [:])
    self.init(sequence: row[0], entry: entry, hash: row.bytes(8))
  }
}
