import CheckinFlows
import GatewayEngine
import Hummingbird

extension APIRoutes {
  func addCases(to router: RouterGroup<WebRequestContext>) {
    router.get("/cases") { request, context in try await listCases(request, context) }
    router.get("/cases/:ref") { _, context in
      let id = try caseID(context)
      return try await look(context, at: .case(id)) { views in try view(of: id, views) }
    }
    router.post("/cases/:ref/claim") { request, context in
      try await claim(request, context)
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
    router.post("/cases/:ref/stand-down") { request, context in
      try await act(request, context) { .work(try $0.standingDown, $1) }
    }
    router.post("/cases/:ref/inform") { request, context in
      try await act(request, context) { .work(try $0.informing, $1) }
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

  /// The first wins, and every later one loses: programs may share a name, so that the same name
  /// is no proof of the same claimant. Any work on the case renews the claim.
  private func claim(_ request: Request, _ context: WebRequestContext) async throws -> Response {
    let id = try caseID(context)
    return try await change(request, context) { change in
      let wish = try change.decoded(CaseRequest.self)
      let held = try change.transaction.case(id)?.flow
      if let held, held.tenant == actions.tenant, let claim = held.responsibility.claim {
        throw Problem.claimed(
          by: change.views.name(of: claim.by), at: change.views.time.text(claim.since))
      }
      let actor = try actions.actor(
        named: wish.operator ?? change.token.name, in: change.transaction)
      try actions.act(
        .claim(actor), on: id, by: actor, in: change.transaction, at: change.now)
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
    let selection = try CaseSelection(request)
    _ = try page.start(CaseID.init(reference:))
    let tenant = actions.tenant
    return try await look(context, at: .cases) { views in
      let rows = try page.rows(where: selection.includes, name: \.id.reference) { after, limit in
        try views.reading.cases(
          selection.filter, of: tenant, after: after.flatMap(CaseID.init(reference:)),
          limit: limit)
      }
      return PageView(rows, limit: page.limit, name: \.id.reference) {
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
