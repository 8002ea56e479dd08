import CheckinFlows
import GatewayEngine
import Hummingbird

/// `?state=` and `?person=` of the watches' listing.
struct WatchSelection: Sendable {
  static let states = [
    "draft", "armed", "reminded", "overdue", "contacting", "awaitingOperator", "closed",
  ]
  let state: String
  let person: PersonID?

  init(_ request: Request) throws {
    state = request.uri.queryParameters["state"].map(String.init) ?? "live"
    guard ["live", "all"].contains(state) || Self.states.contains(state) else {
      throw Problem(.badRequest, "state is live, all or one of \(Self.states.formatted).")
    }
    let text = request.uri.queryParameters["person"]
    person = text.flatMap { Int64($0) }.map(PersonID.init(rawValue:))
    guard text == nil || person != nil else {
      throw Problem(.badRequest, "person is the id of a person.")
    }
  }

  /// The store's own filter, which may find more than is asked for.
  var filter: WatchFilter {
    if let person { return .ofPerson(person) }
    return ["all", "draft", "closed"].contains(state) ? .all : .live
  }

  func includes(_ watch: Watch) -> Bool {
    switch state {
    case "all": true
    case "live": watch.phase.outcome == nil
    default: watch.phase.name == state
    }
  }
}

extension [String] {
  /// As a sentence lists them.
  var formatted: String { joined(separator: ", ") }
}
