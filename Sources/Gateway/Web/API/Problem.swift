import Foundation
import HTTPTypes
package import Hummingbird
import NIOCore

/// An RFC 9457 problem document. `type` is stable; nothing internal and nothing personal in it.
package struct Problem: Error, Sendable {
  package let kind: Kind
  package let detail: String
  /// Further members, such as `claimedBy`.
  package let members: [String: String]

  package enum Kind: String, Sendable {
    case badRequest = "bad-request"
    case unauthorized
    case forbidden
    case notFound = "not-found"
    case conflict
    case liveWatchExists = "live-watch-exists"
    case alreadyClaimed = "already-claimed"
    case refused
    case keyReused = "idempotency-key-reused"
    case tooLarge = "too-large"
    case notStored = "not-stored"
  }

  package init(_ kind: Kind, _ detail: String, members: [String: String] = [:]) {
    self.kind = kind
    self.detail = detail
    self.members = members
  }
}

extension Problem.Kind {
  var status: HTTPResponse.Status {
    switch self {
    case .badRequest: .badRequest
    case .unauthorized: .unauthorized
    case .forbidden: .forbidden
    case .notFound: .notFound
    case .conflict, .liveWatchExists, .alreadyClaimed: .conflict
    case .refused, .keyReused: .unprocessableContent
    case .tooLarge: .contentTooLarge
    case .notStored: .serviceUnavailable
    }
  }

  var title: String {
    switch self {
    case .badRequest: "The request cannot be read"
    case .unauthorized: "A valid bearer token is needed"
    case .forbidden: "The token may not do this"
    case .notFound: "There is no such thing"
    case .conflict: "Somebody was faster"
    case .liveWatchExists: "The person has a live watch"
    case .alreadyClaimed: "The case is claimed"
    case .refused: "The rules do not allow this"
    case .keyReused: "The idempotency key belongs to another request"
    case .tooLarge: "The request is too large"
    case .notStored: "It could not be stored"
    }
  }
}

extension Problem: ResponseGenerator {
  package func response(from request: Request, context: some RequestContext) -> Response {
    Response(
      status: kind.status, headers: headers,
      body: .init(byteBuffer: ByteBuffer(bytes: body)))
  }

  private var headers: HTTPFields {
    var fields: HTTPFields = [.contentType: "application/problem+json"]
    if kind == .unauthorized { fields[.wwwAuthenticate] = "Bearer" }
    if kind == .notStored { fields[.retryAfter] = "5" }
    return fields
  }

  /// Members in the order of their names, so that the same problem has the same bytes.
  var body: [UInt8] {
    var all = members
    all["type"] = "urn:trygghet:problem:\(kind.rawValue)"
    all["title"] = kind.title
    all["detail"] = detail
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let document = ProblemDocument(status: kind.status.code, members: all)
    return (try? Array(encoder.encode(document))) ?? []
  }
}

/// `status` is a number, all other members are text.
private struct ProblemDocument: Encodable {
  let status: Int
  let members: [String: String]

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Name.self)
    try container.encode(status, forKey: Name("status"))
    for (name, value) in members {
      try container.encode(value, forKey: Name(name))
    }
  }

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }
}
