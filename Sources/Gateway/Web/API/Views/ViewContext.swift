import CheckinFlows
import GatewayEngine

/// What views look up while they are made.
struct ViewContext {
  let time: APITime
  let reading: any StoreReading
  /// Of the sentences of a timeline.
  var language = Language.english

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

  /// The operators that an entry's facts speak of by id.
  func operatorNames(in entry: LogEntry) -> [OperatorID: String] {
    let ids = ["operator", "by"].compactMap { entry.payload[$0] }
      .compactMap { Int64($0.replacing("operator ", with: "")) }.map(OperatorID.init(rawValue:))
    return Dictionary(ids.map { ($0, name(of: $0)) }) { first, _ in first }
  }
}
