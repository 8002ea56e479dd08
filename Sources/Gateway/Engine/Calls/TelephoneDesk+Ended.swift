package import CheckinFlows

extension TelephoneDesk {
  package func callEnded(
    _ call: CallRow, because reason: InboundCallEnd.Reason,
    in transaction: any StoreTransaction, at now: Instant
  ) throws {
    let session = CallSession(self, call, in: transaction, at: now)
    try session.log("call.ended", ["reason": reason.rawValue])
    guard let dialogue = call.dialogue else {
      // Nobody picked up.
      return try core.flows.note(
        .failed(.operatorNotReached), of: call.purpose, in: transaction, at: now)
    }
    switch dialogue.meaningOfHangUp {
    case .nothing, .notReached:
      break
    // No provider tells whether a joined call was talked in when the caller hangs up first; rather
    // one call too many.
    case .callBack, .callBackUnlessTalked:
      try session.hangUpWasRequest()
    }
  }
}
