extension ElksFace {
  /// Faults that keep the request from being accepted.
  static func refusal(by fault: Fault) -> LineAnswer? {
    switch fault.kind {
    case .refuse: return .text("Invalid to number", status: 403)
    case .noCredit: return .text("Not enough credits, please top up the account", status: 403)
    case .serverError: return .text("Internal server error", status: 500)
    case .tooManyRequests:
      var answer = LineAnswer.text("Too many requests", status: 429)
      answer.retryAfterSeconds = 1
      return answer
    case .connectionRefused:
      var answer = LineAnswer.text("", status: 500)
      answer.manner = .closedAtOnce
      return answer
    case .acceptThenTimeout, .acceptThen500, .notJSON, .noId, .cutOff, .slow,
      .callbackBeforeAnswer, .unknownFields, .duplicateCallbacks, .swapCallbacks,
      .loseCallbacks, .delayCallbacks, .badSignature:
      return nil
    }
  }

  /// Faults that spoil the answer to a request that was accepted.
  static func spoil(_ answer: inout LineAnswer, by fault: Fault) {
    guard (200...299).contains(answer.status) else { return }
    switch fault.kind {
    case .acceptThenTimeout: answer.manner = .never(seconds: fault.seconds ?? 120)
    case .acceptThen500: answer = .text("Internal server error", status: 500)
    case .notJSON:
      answer.contentType = "text/html; charset=utf-8"
      answer.body = "<html><body>Service temporarily unavailable</body></html>"
    case .noId: answer.body = edited(answer.body) { $0.filter { $0.0 != "id" } }
    case .cutOff: answer.manner = .cutOff
    case .slow: answer.manner = .late(seconds: fault.seconds ?? 3)
    case .callbackBeforeAnswer: answer.manner = .afterItsCallbacks
    case .unknownFields:
      answer.body = edited(answer.body) { $0 + [("x_new_field", .array([.null, 7]))] }
    case .refuse, .noCredit, .serverError, .tooManyRequests, .connectionRefused,
      .duplicateCallbacks, .swapCallbacks, .loseCallbacks, .delayCallbacks, .badSignature:
      return
    }
  }

  private static func edited(
    _ body: String, _ edit: ([(String, JSONValue)]) -> [(String, JSONValue)]
  ) -> String {
    guard let members = JSONValue.read(body)?.object else { return body }
    return JSONValue.object(edit(members)).text
  }
}
