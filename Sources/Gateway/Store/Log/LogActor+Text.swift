import CheckinFlows
import GatewayEngine

extension LogActor {
  /// As it stands in the log's column, and under its hash: `person:12`. Never changed afterwards.
  var stored: String {
    switch self {
    case .system: "system"
    case .person(let id): "person:\(id.rawValue)"
    case .operator(let id): "operator:\(id.rawValue)"
    case .token(let name): "token:\(name)"
    case .provider(let name): "provider:\(name)"
    }
  }

  init(stored: String) throws {
    let parts = stored.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let value = parts.count == 2 ? String(parts[1]) : ""
    switch (parts[0], Int64(value)) {
    case ("system", _): self = .system
    case ("person", let id?): self = .person(PersonID(rawValue: id))
    case ("operator", let id?): self = .operator(OperatorID(rawValue: id))
    case ("token", _): self = .token(value)
    case ("provider", _): self = .provider(value)
    default: throw StoreFailure.corrupt("a log entry has an actor that cannot be read")
    }
  }
}
