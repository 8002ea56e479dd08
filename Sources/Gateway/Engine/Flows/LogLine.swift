import CheckinFlows

/// A machine's log event in the log's own form: a stable name and facts by name.
///
/// Names and fact names are read by programs outside; they only grow.
struct LogLine: Hashable {
  let name: String
  var facts: [String: String] = [:]

  init(_ name: String, _ facts: [String: String] = [:]) {
    self.name = name
    self.facts = facts
  }

  static func number(_ number: Int) -> [String: String] { ["attempt": "\(number)"] }

  static func times(from: Instant, to: Instant) -> [String: String] {
    ["from": "\(from.milliseconds)", "to": "\(to.milliseconds)"]
  }
}

extension Deed {
  /// How it came, for the log.
  var channel: String {
    switch self {
    case .text: "text"
    case .ourCall: "our-call"
    case .theirCall: "their-call"
    }
  }
}

extension Actor {
  /// For the log's facts: an operator's id, or the name that a program goes by.
  var logName: String {
    switch self {
    case .operator(let id): "operator \(id.rawValue)"
    case .named(let name): name
    }
  }
}
