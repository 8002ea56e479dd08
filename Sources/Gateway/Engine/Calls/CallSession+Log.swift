import CheckinFlows

extension CallSession {
  /// Keys are written down by what they mean; digits and codes never are.
  func log(_ kind: String, _ payload: [String: String] = [:]) throws {
    var payload = payload
    payload["call"] = String(call.ref.rawValue.prefix(8))
    payload["about"] = call.purpose.name
    try transaction.append(
      LogEntry(
        at: now, tenant: call.tenant, kind: kind, actor: try cause().actor, watch: watchID,
        case: caseID, person: try personID(), payload: payload))
  }

  func log(_ deed: CallDeed) throws {
    var payload = ["meaning": deed.name]
    if case .operatorWanted(isSilentLine: true) = deed { payload["note"] = "tyst samtal" }
    try log(deed.isKey ? "call.key" : "call.no-key", payload)
  }
}

extension CallPurpose {
  /// The stable name, for logs.
  var name: String {
    switch self {
    case .check: "check"
    case .page: "page"
    case .bridge: "bridge"
    case .outside: "outside"
    case .incoming: "incoming"
    }
  }
}

extension CallDeed {
  /// What was pressed, by its meaning; never the digits.
  var name: String {
    switch self {
    case .allWell: "all-well"
    case .code: "code"
    case .extendFirst: "extend"
    case .extendHour: "extend-hour"
    case .help: "help"
    case .operatorWanted: "operator"
    case .operatorNotReached: "operator-not-reached"
    case .callBack: "call-back"
    case .noReply: "no-reply"
    case .takePage: "take"
    case .takePageWithCode: "take-with-code"
    case .passOnPage: "pass-on"
    case .talk: "talk"
    }
  }

  /// Whether somebody pressed something.
  var isKey: Bool {
    switch self {
    case .operatorWanted(let isSilentLine): !isSilentLine
    case .operatorNotReached, .noReply: false
    case .allWell, .code, .extendFirst, .extendHour, .help, .callBack, .takePage,
      .takePageWithCode, .passOnPage, .talk:
      true
    }
  }
}
