package import CheckinFlows
package import GatewayEngine
import HTTPTypes
package import Hummingbird
import Logging
import NIOCore

/// `/api/v1`: people, watches and cases for programs, behind bearer tokens.
package struct APIRoutes: Sendable {
  let store: any Store
  let clock: any EngineClock
  let actions: ServiceActions
  let access: AccessDesk
  let time: APITime

  package init(
    store: any Store, clock: any EngineClock, actions: ServiceActions, access: AccessDesk,
    zone: TenantZone
  ) {
    self.store = store
    self.clock = clock
    self.actions = actions
    self.access = access
    self.time = APITime(zone: zone)
  }

  package func add(to router: Router<WebRequestContext>) {
    router.add(middleware: ProblemMiddleware(prefix: "/api/v1"))
    let api = router.group("/api/v1")
    api.get("/openapi.json") { _, _ in
      Response(
        status: .ok, headers: [.contentType: "application/json"],
        body: .init(byteBuffer: ByteBuffer(bytes: PackageResources.openapi_json)))
    }
    let guarded = api.add(middleware: TokenMiddleware(access: access))
    addPeople(to: guarded)
    addWatches(to: guarded)
    addCases(to: guarded)
  }

  /// Answers from a snapshot. What somebody has seen of people is an entry of the log.
  func look<Value: Encodable & Sendable>(
    _ context: WebRequestContext, at subject: LookSubject,
    _ read: @escaping @Sendable (ViewContext) throws -> Value
  ) async throws -> Response {
    let token = try context.needs(.read)
    let time = time
    let body = try await store.read { reading in
      try APIJSON.encode(read(ViewContext(time: time, reading: reading)))
    }
    await log(subject, by: token, context.logger)
    return APIJSON.response(.ok, body)
  }

  /// Does something in one durable step; a repeat with the same `Idempotency-Key` gets the first
  /// answer again and does nothing.
  func change<Value: Encodable & Sendable>(
    _ request: Request, _ context: WebRequestContext, answering status: HTTPResponse.Status = .ok,
    _ change: @escaping @Sendable (APIChange) throws -> Value
  ) async throws -> Response {
    let token = try context.needs(.operate)
    let body = try await APIJSON.body(of: request)
    let key = try IdempotencyKey(request, body: body, token: token.name)
    let (time, now) = (time, clock.now())
    let answer = try await store.write { transaction in
      if let key, let earlier = try key.earlierAnswer(in: transaction) { return earlier }
      let views = ViewContext(time: time, reading: transaction)
      let value = try change(
        APIChange(body: body, token: token, transaction: transaction, now: now, views: views))
      let answer = APIAnswer(status: status.code, body: try APIJSON.encode(value))
      try key?.save(answer, in: transaction, at: now)
      return answer
    }
    return APIJSON.response(.init(code: answer.status), answer.body)
  }
}

/// What a changing request brings, inside its transaction.
struct APIChange {
  let body: [UInt8]
  let token: TokenRow
  let transaction: any StoreTransaction
  let now: Instant
  let views: ViewContext

  func decoded<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try APIJSON.decode(type, from: body)
  }
}

struct APIAnswer: Sendable {
  let status: Int
  let body: [UInt8]
}
