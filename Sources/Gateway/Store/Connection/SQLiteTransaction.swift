import GRDB
import GatewayEngine

/// What can be asked of the database; the same for a snapshot and inside a write.
protocol SQLiteReading: StoreReading {
  var connection: Connection { get }
}

/// A snapshot beside the writers.
struct SQLiteSnapshot: SQLiteReading {
  let connection: Connection
}

/// One savepoint of the writer.
struct SQLiteTransaction: SQLiteReading, StoreTransaction {
  let connection: Connection

  /// The next identity of a kind. Counted in the same transaction as what carries it.
  func nextIdentity(_ sequence: String) throws -> Int64 {
    let sql = "UPDATE sequences SET next = next + 1 WHERE name = ? RETURNING next - 1"
    let identity: Int64? = try connection.first(sql, [sequence]) { $0[0] }
    return try identity ?? missing(sequence)
  }

  /// An identity that is counted only when `useIdentity` says that a row carries it; until then
  /// nothing is written. Two drawn in one transaction differ.
  func drawIdentity(_ sequence: String) throws -> Int64 {
    try connection.drawn.draw(sequence) {
      let sql = "SELECT next FROM sequences WHERE name = ?"
      let identity: Int64? = try connection.first(sql, [sequence]) { $0[0] }
      return try identity ?? missing(sequence)
    }
  }

  func useIdentity(_ identity: Int64, of sequence: String) throws {
    try connection.run(
      "UPDATE sequences SET next = max(next, ?) WHERE name = ?", [identity + 1, sequence])
  }

  private func missing(_ sequence: String) throws -> Int64 {
    throw StoreFailure.corrupt("the sequence '\(sequence)' is missing")
  }
}
