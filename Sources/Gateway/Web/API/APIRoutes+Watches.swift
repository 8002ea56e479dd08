import CheckinFlows
import GatewayEngine
import Hummingbird

private struct StartRequest: Decodable {
  static let longestNote = 2_000
  let person: PersonReference
  let endTime: String
  let activity: Activity?
  let note: String?
}

/// A person's id, as text or as a number.
private struct PersonReference: Decodable {
  let id: PersonID

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try? container.decode(String.self)
    guard let number = try text.map(Int64.init) ?? container.decode(Int64.self) else {
      throw ActionRefusal.noSuchPerson
    }
    id = PersonID(rawValue: number)
  }
}

private struct ReasonRequest: Decodable {
  let reason: String
}

private struct ExtendRequest: Decodable {
  let endTime: String
  let reason: String
}

private struct AttemptRequest: Decodable {
  let number: String?
}

extension APIRoutes {
  func addWatches(to router: RouterGroup<WebRequestContext>) {
    router.get("/watches") { request, context in try await listWatches(request, context) }
    router.post("/watches") { request, context in try await startWatch(request, context) }
    router.get("/watches/:ref") { _, context in
      let id = try watchID(context)
      return try await look(context, at: .watch(id)) { views in try view(of: id, views) }
    }
    router.post("/watches/:ref/extend") { request, context in
      try await act(request, context) { body in
        let wish = try APIJSON.decode(ExtendRequest.self, from: body)
        return .extend(
          end: try APIJSON.time(wish.endTime, member: "endTime"), reason: wish.reason)
      }
    }
    router.post("/watches/:ref/check-in") { request, context in
      try await act(request, context) {
        .close(.safe, reason: try APIJSON.decode(ReasonRequest.self, from: $0).reason)
      }
    }
    router.post("/watches/:ref/cancel") { request, context in
      try await act(request, context) {
        .close(.cancelled, reason: try APIJSON.decode(ReasonRequest.self, from: $0).reason)
      }
    }
    router.post("/watches/:ref/attempt") { request, context in
      try await act(request, context) {
        let text = try APIJSON.decode(AttemptRequest.self, from: $0).number
        return .furtherAttempt(to: try text.map(actions.dialable))
      }
    }
  }

  private func startWatch(_ request: Request, _ context: WebRequestContext) async throws
    -> Response
  {
    try await change(request, context, answering: .created) { change in
      let wish = try change.decoded(StartRequest.self)
      try APIJSON.limited(wish.note, member: "note", mostCharacters: StartRequest.longestNote)
      let end = try APIJSON.time(wish.endTime, member: "endTime")
      let actor = try actions.actor(named: change.token.name, in: change.transaction)
      let id = try actions.startWatch(
        WatchRequest(
          person: wish.person.id, end: end, activity: wish.activity ?? .otherDuty,
          note: wish.note ?? ""), by: actor, in: change.transaction, at: change.now)
      guard let row = try change.transaction.watch(id) else { throw ActionRefusal.noSuchWatch }
      return WatchSummaryView(row.flow, change.views.time)
    }
  }

  private func act(
    _ request: Request, _ context: WebRequestContext,
    _ action: @escaping @Sendable ([UInt8]) throws -> WatchAction
  ) async throws -> Response {
    let id = try watchID(context)
    return try await change(request, context) { change in
      let actor = try actions.actor(named: change.token.name, in: change.transaction)
      try actions.act(
        try action(change.body), on: id, by: actor, in: change.transaction, at: change.now)
      return try view(of: id, change.views)
    }
  }

  private func listWatches(_ request: Request, _ context: WebRequestContext) async throws
    -> Response
  {
    let page = try PageQuery(request)
    let selection = try WatchSelection(request)
    _ = try page.start(WatchID.init(reference:))
    let tenant = actions.tenant
    return try await look(context, at: .watches) { views in
      let rows = try page.rows(where: selection.includes, name: \.id.reference) { after, limit in
        try views.reading.watches(
          selection.filter, of: tenant, before: after.flatMap(WatchID.init(reference:)),
          limit: limit)
      }
      return PageView(rows, limit: page.limit, name: \.id.reference) {
        WatchSummaryView($0, views.time)
      }
    }
  }

  private func view(of id: WatchID, _ views: ViewContext) throws -> WatchView {
    guard let row = try views.reading.watch(id), row.flow.tenant == actions.tenant else {
      throw ActionRefusal.noSuchWatch
    }
    return try WatchView(row.flow, views)
  }

  private func watchID(_ context: WebRequestContext) throws -> WatchID {
    guard let id = WatchID(reference: try context.parameters.require("ref")) else {
      throw ActionRefusal.noSuchWatch
    }
    return id
  }
}
