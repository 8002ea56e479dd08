import CheckinFlows
import GatewayEngine
import GatewayHTTP
import TestSupport
import Testing

/// What came back.
struct Answer: Sendable {
  let response: HTTPResponse
  var status: Int { response.status }
  var words: String { String(decoding: response.body, as: UTF8.self) }
  var json: JSON { (try? JSON.read(response.body)) ?? .null }
  /// The last part of a problem's type.
  var problem: String? {
    guard response.header("content-type") == "application/problem+json" else { return nil }
    return json["type"]?.text?.split(separator: ":").last.map(String.init)
  }
}

extension WebHarness {
  func send(
    _ method: HTTPMethod, _ path: String, _ body: String = "",
    _ headers: [(name: String, value: String)] = []
  ) async throws -> Answer {
    let request = HTTPRequest(
      method: method, url: baseURL + path, headers: headers, body: Array(body.utf8))
    return Answer(response: try await Self.curl.get().send(request))
  }

  // MARK: The telephone company

  /// A webhook with the right secret, unless the test says otherwise.
  func hook(
    _ name: String, _ fields: [(String, String)], secret: String = secret,
    type: String = "application/x-www-form-urlencoded"
  ) async throws -> Answer {
    let form = String(decoding: FormCoding.encode(FormFields(fields)), as: UTF8.self)
    return try await send(
      .post, "/hooks/46elks/\(secret)/\(name)", form, [("Content-Type", type)])
  }

  func textHook(
    _ words: String, from number: PhoneNumber = Cast.cleosNumber, id: String = "s1",
    secret: String = secret
  ) async throws -> Answer {
    try await hook(
      "sms",
      [
        ("direction", "incoming"), ("id", id), ("from", number.e164),
        ("to", Cast.ourNumber.e164), ("message", words),
      ], secret: secret)
  }

  func rejections(_ reason: String) -> EngineMetrics.Value? {
    engine.core.metrics.value(.webhookRejected, ["reason": reason])
  }

  // MARK: A program

  func get(_ path: String, token: String? = nil) async throws -> Answer {
    try await send(.get, "/api/v1" + path, "", bearer(token))
  }

  func post(
    _ path: String, _ json: String = "{}", key: String? = nil, token: String? = nil
  ) async throws -> Answer {
    let keys = key.map { [(name: "Idempotency-Key", value: $0)] } ?? []
    let type = (name: "Content-Type", value: "application/json")
    return try await send(.post, "/api/v1" + path, json, bearer(token) + [type] + keys)
  }

  private func bearer(_ token: String?) -> [(name: String, value: String)] {
    [("Authorization", "Bearer \(token ?? self.token)")]
  }

  /// A watch for Cleo that ends in an hour, and its reference.
  func startWatch(person: PersonID = Cast.cleo, note: String = "") async throws -> String {
    let answer = try await post(
      "/watches",
      """
      {"person": "\(person.rawValue)", "endTime": "2026-03-12T21:10:00+01:00",
       "activity": "meeting", "note": "\(note)"}
      """)
    return try #require(answer.json["ref"]?.text)
  }

  /// An open case that nobody has claimed, and its reference.
  func openCase(_ kind: CaseKind = .unclear, priority: Int = 2) async throws -> String {
    try await store.write { transaction in
      let row = Cast.openCase(try transaction.newCaseID(), kind: kind, priority: priority)
      try transaction.insert(row)
      return row.id.reference
    }
  }

  /// A case that holds Cleo's watch, as a cry for help makes one.
  func cryForHelp() async throws -> (watch: String, held: String) {
    let watch = try await startWatch()
    _ = try await textHook("HJÄLP", id: "help")
    let read = try await get("/watches/\(watch)")
    return (watch, try #require(read.json["case"]?.text))
  }
}

extension WebHarness {
  func logged() async throws -> [LogEntry] {
    try await store.read { try $0.log(after: 0, limit: 10_000).map(\.entry) }
  }

  func openCaseCount() async throws -> Int {
    try await store.read { try $0.countOpenCases(of: nil) }
  }

  func hasWatch(_ person: PersonID) async throws -> Bool {
    try await store.read { try $0.liveWatch(of: person) } != nil
  }

  /// How many watches were ever started.
  func watchCount() async throws -> Int {
    try await store.read { try $0.watches(.all, of: .first, before: nil, limit: 1000).count }
  }
}
