import CheckinFlows

extension OutboundPurpose {
  var caseID: CaseID? {
    switch self {
    case .page(let caseID, _), .bridge(let caseID, _, _), .outside(let caseID): caseID
    case .notice(let caseID, _, _): caseID
    case .watchText, .checkCall, .reply, .operatorReply: nil
    }
  }

  var watchID: WatchID? {
    switch self {
    case .watchText(let watchID, _), .checkCall(let watchID, _): watchID
    case .notice(_, let watchID, _): watchID
    case .reply, .page, .operatorReply, .bridge, .outside: nil
    }
  }

  /// The stable name, for logs.
  var name: String {
    switch self {
    case .watchText: "watch-text"
    case .checkCall: "check-call"
    case .reply: "reply"
    case .page: "page"
    case .operatorReply: "operator-reply"
    case .bridge: "bridge"
    case .outside: "outside"
    case .notice: "notice"
    }
  }
}
