/// Who did something to a watch or a case, when it was not the person.
public enum Actor: Hashable, Codable, Sendable {
  /// A registered operator, by telephone, text or console.
  case `operator`(OperatorID)
  /// Somebody who works through the interface for programs, or an account that is no operator.
  case named(String)
}

extension Actor {
  /// The operator behind it, where there is one who can be texted.
  public var operatorID: OperatorID? {
    switch self {
    case .operator(let id): id
    case .named: nil
    }
  }
}
