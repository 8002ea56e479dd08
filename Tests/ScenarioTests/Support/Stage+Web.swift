import CheckinFlows
import Foundation
import GatewayEngine
import GatewayHTTP
import TestSupport

@testable import Gateway

/// What comes straight to the gateway's own door, past the telephone company.
extension Stage {
  struct Answer: Sendable {
    let status: Int
    let type: String
    let body: String

    /// A member of a JSON object as text; `""` when it is missing or null.
    subscript(_ member: String) -> String {
      guard let value = object[member], !(value is NSNull) else { return "" }
      return "\(value)"
    }

    var object: [String: Any] {
      (try? JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]) ?? [:]
    }

    var items: [[String: Any]] { object["items"] as? [[String: Any]] ?? [] }
  }

  /// A form at one of the webhooks, all fields percent-encoded here.
  @discardableResult
  func posts(
    _ fields: [(String, String)], to webhook: String, secret: String = Stage.secret
  ) async throws -> Answer {
    let form = fields.map { "\($0)=\(Self.encoded($1))" }.joined(separator: "&")
    return try await posts(
      body: Array(form.utf8), type: "application/x-www-form-urlencoded", to: webhook,
      secret: secret)
  }

  func posts(
    body: [UInt8], type: String, to webhook: String, secret: String = Stage.secret
  ) async throws -> Answer {
    let answer = try await send(
      HTTPRequest(
        method: .post, url: "\(address)/hooks/46elks/\(secret)/\(webhook)",
        headers: [("Content-Type", type)], body: body))
    try await settle()
    return answer
  }

  func textFields(
    _ text: String, from: String = Cast.adasNumber.e164, id: String = "s0123456789"
  ) -> [(String, String)] {
    [
      ("direction", "incoming"), ("id", id), ("from", from), ("to", Cast.ourNumber.e164),
      ("message", text), ("created", "2026-03-12T19:10:00.000000"),
    ]
  }

  // MARK: The interface for programs

  func token(_ name: String = "Harness", scope: TokenScope = .operate) async throws -> String {
    try await service.access.createToken(named: name, scope: scope, days: nil)
  }

  func asks(
    _ method: HTTPMethod, _ path: String, _ json: String = "", token: String?,
    idempotencyKey: String? = nil
  ) async throws -> Answer {
    var headers: [(name: String, value: String)] = []
    if let token { headers.append(("Authorization", "Bearer \(token)")) }
    if let idempotencyKey { headers.append(("Idempotency-Key", idempotencyKey)) }
    if !json.isEmpty { headers.append(("Content-Type", "application/json")) }
    return try await send(
      HTTPRequest(
        method: method, url: "\(address)/api/v1\(path)", headers: headers, body: Array(json.utf8)))
  }

  private func send(_ request: HTTPRequest) async throws -> Answer {
    let response = try await client.send(request)
    return Answer(
      status: response.status, type: response.header("content-type") ?? "",
      body: String(decoding: response.body, as: UTF8.self))
  }

  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte)
      return isPlain ? String(UnicodeScalar(byte)) : String(format: "%%%02X", byte)
    }.joined()
  }
}
