import CheckinFlows
import GatewayEngine

extension SQLiteReading {
  func firstBrokenLogEntry() throws -> Int64? {
    let purges = try recordedPurges()
    var previous: (sequence: Int64, hash: [UInt8]) = (0, LogChain.origin)
    while true {
      let links = try storedLinks(after: previous.sequence)
      for stored in links {
        guard stored.link.sequence == previous.sequence + 1 else { return previous.sequence + 1 }
        guard stored.fits(after: previous.hash, purges: purges) else {
          return stored.link.sequence
        }
        previous = (stored.link.sequence, stored.hash)
      }
      if links.count < linksAtATime { break }
    }
    return try highestSequenceEver() > previous.sequence ? previous.sequence + 1 : nil
  }

  /// A tail that was cut off leaves a chain that fits; SQLite's own counter remembers it.
  private func highestSequenceEver() throws -> Int64 {
    try connection.first("SELECT seq FROM sqlite_sequence WHERE name = 'log'", []) { $0[0] } ?? 0
  }

  private func storedLinks(after sequence: Int64) throws -> [StoredLink] {
    let sql = """
      SELECT log.sequence, log.at, log.tenant, log.kind, log.actor, log.watch, log.case_id,
        log.person, log.payload_digest, log.hash, log_payloads.payload
      FROM log LEFT JOIN log_payloads ON log_payloads.sequence = log.sequence
      WHERE log.sequence > ? ORDER BY log.sequence LIMIT ?
      """
    return try connection.all(sql, [sequence, linksAtATime], StoredLink.init(row:))
  }

  private func recordedPurges() throws -> [RecordedPurge] {
    let sql = """
      SELECT log.tenant, json_extract(payload, '$.from'), json_extract(payload, '$.to')
      FROM log JOIN log_payloads ON log_payloads.sequence = log.sequence WHERE log.kind = ?
      """
    return try connection.all(sql, [purgeKind]) { row in
      let from = Int64(row[1] as String? ?? "") ?? 1
      let to = Int64(row[2] as String? ?? "") ?? 0
      return RecordedPurge(tenant: row[0], sequences: from <= to ? from...to : nil)
    }
  }
}

/// Read in pieces, so that a long log does not lie in memory.
private let linksAtATime = 1_000

private struct RecordedPurge {
  let tenant: Int64
  let sequences: ClosedRange<Int64>?

  func covers(_ link: LogLink) -> Bool {
    tenant == link.tenant && sequences?.contains(link.sequence) == true
  }
}

private struct StoredLink {
  let link: LogLink
  let hash: [UInt8]
  let payload: String?

  init(row: Row) {
    link = LogLink(
      sequence: row[0], at: row[1], tenant: row[2], kind: row[3], actor: row[4], watch: row[5],
      caseID: row[6], person: row[7], payloadDigest: row.bytes(8))
    hash = row.bytes(9)
    payload = row[10]
  }

  func fits(after previous: [UInt8], purges: [RecordedPurge]) -> Bool {
    guard LogChain.hash(of: link, after: previous) == hash else { return false }
    if let payload { return LogChain.digest(ofPayload: payload) == link.payloadDigest }
    return link.payloadDigest == LogChain.digestOfNothing || purges.contains { $0.covers(link) }
  }
}
