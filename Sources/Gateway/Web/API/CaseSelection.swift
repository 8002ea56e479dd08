import CheckinFlows
import GatewayEngine
import Hummingbird

/// `?state=` of the cases' listing: `open`, `claimed`, `live`, `all` or a phase. `open` asks for
/// those that are nobody's, in any phase before the last.
struct CaseSelection: Sendable {
  static let states = [
    "open", "claimed", "live", "all", "policeAlerted", "informing", "closed",
  ]
  let state: String

  init(_ request: Request) throws {
    state = request.uri.queryParameters["state"].map(String.init) ?? "live"
    guard Self.states.contains(state) else {
      throw Problem(.badRequest, "state is one of \(Self.states.formatted).")
    }
  }

  /// The store's own filter, which may find more than is asked for.
  var filter: CaseFilter {
    switch state {
    case "open": .unclaimed
    case "claimed": .claimed
    case "all", "closed": .all
    default: .live
    }
  }

  func includes(_ row: Case) -> Bool {
    ["open", "claimed", "live", "all"].contains(state) || row.phase.name == state
  }
}
