import GRDB
import GatewayEngine

/// Remembers a failure of the database inside one transaction, so that a closure that swallows it
/// cannot go on: after a full disk SQLite may already have rolled everything back by itself, and
/// what followed would be stored outside any transaction.
final class TransactionHealth {
  private(set) var failure: StoreFailure?

  func guarding<Value>(_ work: () throws -> Value) throws -> Value {
    if let failure { throw failure }
    do {
      return try work()
    } catch let error as DatabaseError {
      let mapped = StoreFailure(error)
      if error.resultCode != .SQLITE_CONSTRAINT { failure = mapped }
      throw mapped
    }
  }
}
