import CheckinFlows
import GatewayEngine
import GatewayHTTP
import GatewayWeb
import Hummingbird
import TestSupport
import Testing

/// The document that outsiders write their programs from says what the routes do.
@Suite struct OpenAPITests {
  @Test func `every route is described, and every description has its route`() async throws {
    try await WebHarness.run { web in
      let document = try await web.get("/openapi.json").json
      let described = (document["paths"]?.members ?? [:]).flatMap { path, operations in
        operations.members.keys.map { "\($0) \(path)" }
      }
      #expect(Set(described) == Set(web.apiRoutes))
      #expect(described.count > 15)
    }
  }

  @Test func `the document needs no token`() async throws {
    try await WebHarness.run { web in
      let answer = try await web.send(.get, "/api/v1/openapi.json")
      #expect(answer.status == 200)
      #expect(answer.json["openapi"]?.text?.hasPrefix("3.1") == true)
    }
  }

  @Test func `operations have names of their own, and say what they answer`() async throws {
    try await WebHarness.run { web in
      let paths = try await web.get("/openapi.json").json["paths"]?.members ?? [:]
      let operations = paths.values.flatMap(\.members.values)
      let names = operations.compactMap { $0["operationId"]?.text }
      #expect(names.count == operations.count)
      #expect(Set(names).count == names.count)
      #expect(operations.allSatisfy { $0["responses"]?.members.isEmpty == false })
    }
  }

  @Test func `answers keep to the schemas that the document promises`() async throws {
    try await WebHarness.run { web in
      let reader = AnswerReader(document: try await web.get("/openapi.json").json)
      let (watch, held) = try await web.cryForHelp()
      let person = #"{"name": "Ada", "number": "070-174 06 30", "pin": "4711"}"#
      let police = #"{"at": "2026-03-12T20:09:00+01:00", "noReference": true}"#
      let close = #"{"outcome": "genuine", "reason": "Polisen tog över."}"#
      let all: [(String, String, Answer)] = [
        ("post", "/people", try await web.post("/people", person)),
        ("post", "/people", try await web.post("/people", "{}")),
        ("get", "/people", try await web.get("/people?limit=1")),
        ("get", "/people/{id}", try await web.get("/people/3")),
        ("get", "/people/{id}", try await web.get("/people/999")),
        ("get", "/watches", try await web.get("/watches?state=all")),
        ("get", "/watches/{ref}", try await web.get("/watches/\(watch)")),
        ("get", "/cases", try await web.get("/cases?state=open")),
        ("post", "/cases/{ref}/claim", try await web.post("/cases/\(held)/claim")),
        ("post", "/cases/{ref}/claim", try await web.post("/cases/\(held)/claim")),
        ("post", "/cases/{ref}/police", try await web.post("/cases/\(held)/police", police)),
        ("get", "/cases/{ref}", try await web.get("/cases/\(held)")),
        ("post", "/cases/{ref}/close", try await web.post("/cases/\(held)/close", close)),
        ("get", "/watches/{ref}", try await web.get("/watches/\(watch)")),
      ]
      for (method, path, answer) in all {
        #expect(reader.faults(of: answer, to: method, path) == [], "\(method) \(path)")
      }
    }
  }

  @Test func `attempts keep to their schema while nobody has picked up`() async throws {
    try await WebHarness.run { web in
      let reader = AnswerReader(document: try await web.get("/openapi.json").json)
      let ref = try await web.startWatch()
      web.clock.advance(minutes: 61)
      _ = try await web.engine.deadlines.step()
      let answer = try await web.get("/watches/\(ref)")
      #expect(reader.faults(of: answer, to: "get", "/watches/{ref}") == [])
      let attempt = try #require(answer.json["attempts"]?[0])
      #expect(attempt["n"]?.number == 1)
      #expect(attempt["rang"]?.text == "unknown")
      #expect(attempt["pickedUp"] == .null)
      #expect(attempt["confirmed"] == .null)
    }
  }
}

/// Finds the schema that the document has for an answer.
private struct AnswerReader {
  let document: JSON

  func faults(of answer: Answer, to method: String, _ path: String) -> [String] {
    let operation = document["paths"]?[path]?[method]
    let promised = operation?["responses"]?["\(answer.status)"]?["content"]?.members.values.first
    guard let schema = promised?["schema"] else { return ["\(answer.status) is not described"] }
    return SchemaCheck(document: document).faults(of: answer.json, against: schema)
  }
}

extension WebHarness {
  /// The routes below `/api/v1` as the router knows them, written as OpenAPI does.
  var apiRoutes: [String] {
    let router = Router(context: WebRequestContext.self)
    APIRoutes(
      store: store, clock: clock,
      actions: ServiceActions(flows: engine.core.flows, codes: engine.core.codes, tenant: .first),
      access: access, zone: .stockholm
    ).add(to: router)
    return router.routes.compactMap { route in
      let path = "\(route.path)"
      guard path.hasPrefix("/api/v1") else { return nil }
      let parts = path.dropFirst("/api/v1".count).split(separator: "/").map {
        $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0)
      }
      let method = "\(route.method)".lowercased()
      return "\(method) /\(parts.joined(separator: "/"))"
    }
  }
}
