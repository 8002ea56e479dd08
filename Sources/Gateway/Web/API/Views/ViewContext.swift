import CheckinFlows
import GatewayEngine

/// What views look up while they are made.
struct ViewContext {
  let time: APITime
  let reading: any StoreReading

  func name(of actor: LogActor) -> String? {
    switch actor {
    case .system: nil
    case .person: "person"
    case .operator(let id): name(of: id)
    case .token(let name): name
    case .provider(let name): name
    }
  }

  func name(of actor: Actor) -> String {
    switch actor {
    case .operator(let id): name(of: id)
    case .named(let name): name
    }
  }

  private func name(of id: OperatorID) -> String {
    (try? reading.operator(id))?.name ?? "operator \(id.rawValue)"
  }

  /// Facts that are times stand in the log as milliseconds.
  func readable(_ value: String, of fact: String) -> String {
    let times: Set = ["end", "from", "to", "wanted", "madeAt"]
    guard times.contains(fact), let milliseconds = Int64(value) else { return value }
    return time.text(Instant(milliseconds: milliseconds))
  }
}
