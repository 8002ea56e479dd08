package import CheckinFlows

/// Reads what operators text. Everything that they can do in the console they can do so.
package protocol OperatorDesk: Sendable {
  /// Called inside the transaction that stores the text, first of all readers of a text from an
  /// operator's registered number. True when it was an operator's command, or an attempt at one,
  /// and has been answered; false leaves the text to the person's grammar.
  func receive(
    _ text: InboundText, from row: OperatorRow, in transaction: any StoreTransaction,
    at now: Instant
  ) throws -> Bool
}

/// Holds the live calls.
package protocol CallDesk: Sendable {
  /// A live call waits: always answers with words, whatever goes wrong.
  func answer(_ turn: InboundTurn, from provider: String) async -> WebhookAnswer

  /// Called inside the transaction that stores the end of a call, once a call, after the row was
  /// marked as ended. Contact attempts and page calls have been told already; what is left is what
  /// a hang-up means in a call that somebody placed to us, and in a bridge.
  func callEnded(
    _ call: CallRow, because reason: InboundCallEnd.Reason,
    in transaction: any StoreTransaction, at now: Instant
  ) throws
}
