import CheckinFlows
import GatewayEngine
import Hummingbird

/// Members that any action on a case may carry.
private struct CaseRequest: Decodable {
  let `operator`: String?
  let text: String?
  let at: String?
  let reference: String?
  let noReference: Bool?
  let endTime: String?
  let reason: String?
  let outcome: CaseOutcome?
  let how: EstablishedHow?
}

extension APIRoutes {
  func addCases(to router: RouterGroup<WebRequestContext>) {
    router.get("/cases") { request, context in try await listCases(request, context) }
    router.get("/cases/:ref") { _, context in
      let id = try caseID(context)
      return try await look(context) { views in try view(of: id, views) }
    }
    router.post("/cases/:ref/claim") { request, context in
      try await act(request, context) { .claim($1) }
    }
    router.post("/cases/:ref/release") { request, context in
      try await act(request, context) { .release($1) }
    }
    router.post("/cases/:ref/pass-on") { request, context in
      try await act(request, context) { _, actor in
        guard let id = actor.operatorID else {
          throw Problem(.refused, "Only a registered operator can pass a case on; release it.")
        }
        return .passOn(id)
      }
    }
    router.post("/cases/:ref/note") { request, context in try await addNote(request, context) }
    router.post("/cases/:ref/police") { request, context in
      try await act(request, context) { .work(try $0.policeCall, $1) }
    }
    router.post("/cases/:ref/extend") { request, context in
      try await act(request, context) { .work(try $0.extension, $1) }
    }
    router.post("/cases/:ref/close") { request, context in
      try await act(request, context) { .work(try $0.closing, $1) }
    }
  }

  private func act(
    _ request: Request, _ context: WebRequestContext,
    _ event: @escaping @Sendable (CaseRequest, Actor) throws -> CaseEvent
  ) async throws -> Response {
    let id = try caseID(context)
    return try await change(request, context) { change in
      let wish = try change.decoded(CaseRequest.self)
      let actor = try actions.actor(
        named: wish.operator ?? change.token.name, in: change.transaction)
      do {
        try actions.act(
          try event(wish, actor), on: id, by: actor, in: change.transaction, at: change.now)
      } catch ActionRefusal.case(.alreadyClaimed(let by, let since)) {
        throw Problem.claimed(by: change.views.name(of: by), at: change.views.time.text(since))
      } catch ActionRefusal.case(.claimedByOther(let by, let since)) {
        throw Problem.claimed(by: change.views.name(of: by), at: change.views.time.text(since))
      }
      return try view(of: id, change.views)
    }
  }

  private func addNote(_ request: Request, _ context: WebRequestContext) async throws -> Response {
    let id = try caseID(context)
    return try await change(request, context) { change in
      let wish = try change.decoded(CaseRequest.self)
      let actor = try actions.actor(
        named: wish.operator ?? change.token.name, in: change.transaction)
      guard let text = wish.text, !text.isEmpty, text.count <= 10_000 else {
        throw Problem(.badRequest, "text has 1 to 10,000 characters.")
      }
      try actions.addNote(text, to: id, by: actor, in: change.transaction, at: change.now)
      return try view(of: id, change.views)
    }
  }

  private func listCases(_ request: Request, _ context: WebRequestContext) async throws
    -> Response
  {
    let page = try PageQuery(request)
    let state = request.uri.queryParameters["state"].map(String.init) ?? "live"
    let after = page.after.flatMap(CaseID.init(reference:))
    let tenant = actions.tenant
    return try await look(context) { views in
      let rows = try views.reading.cases(
        CaseFilter(state: state), of: tenant, after: after, limit: page.limit + 1)
      let shown = rows.filter { CaseFilter.isSelection(state) || $0.phase.name == state }
      return PageView(shown, limit: page.limit, name: { $0.id.reference }) {
        CaseSummaryView($0, views)
      }
    }
  }

  private func view(of id: CaseID, _ views: ViewContext) throws -> CaseView {
    guard let row = try views.reading.case(id), row.flow.tenant == actions.tenant else {
      throw ActionRefusal.noSuchCase
    }
    return try CaseView(row.flow, views)
  }

  private func caseID(_ context: WebRequestContext) throws -> CaseID {
    guard let id = CaseID(reference: try context.parameters.require("ref")) else {
      throw ActionRefusal.noSuchCase
    }
    return id
  }
}

extension CaseFilter {
  fileprivate init(state: String) {
    switch state {
    case "open": self = .unclaimed
    case "claimed": self = .claimed
    case "live": self = .live
    default: self = .all
    }
  }

  /// Words that select by more than the phase.
  fileprivate static func isSelection(_ state: String) -> Bool {
    ["open", "claimed", "live", "all"].contains(state)
  }
}

extension CaseRequest {
  fileprivate var policeCall: CaseWork {
    get throws {
      guard let at else { throw Problem(.badRequest, "at is missing: when was 112 called?") }
      let time = try APIJSON.time(at, member: "at")
      if let reference { return .alertPolice(at: time, .given(reference)) }
      guard noReference == true else {
        throw Problem(.refused, "Give reference, or noReference: true if the police gave none.")
      }
      return .alertPolice(at: time, .noneGiven)
    }
  }

  fileprivate var `extension`: CaseWork {
    get throws {
      guard let endTime else { throw Problem(.badRequest, "endTime is missing.") }
      return .extendWatch(
        end: try APIJSON.time(endTime, member: "endTime"), reason: reason ?? "")
    }
  }

  fileprivate var closing: CaseWork {
    get throws {
      guard let outcome else {
        throw Problem(
          .badRequest, "outcome is missing: safe, needless, genuine, unknown or exercise.")
      }
      return .close(outcome, how, reason: reason ?? "")
    }
  }
}
