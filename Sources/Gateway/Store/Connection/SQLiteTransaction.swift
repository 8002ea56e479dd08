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
    guard let identity = try connection.first(sql, [sequence], { $0[0] as Int64 }) else {
      throw StoreFailure.corrupt("the sequence '\(sequence)' is missing")
    }
    return identity
  }
}
