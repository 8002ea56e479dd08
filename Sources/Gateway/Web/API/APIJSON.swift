import CheckinFlows
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// JSON in and out.
enum APIJSON {
  /// Larger than any request that makes sense here.
  static let largestBody = 256 * 1024

  static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }

  static func body(of request: Request) async throws -> [UInt8] {
    do {
      return Array(try await request.body.collect(upTo: largestBody).readableBytesView)
    } catch is NIOTooManyBytesError {
      throw Problem(.tooLarge, "A request has at most \(largestBody / 1024) KiB.")
    }
  }

  /// An empty body is an empty object. The fault names the member, never its value.
  static func decode<Value: Decodable>(_ type: Value.Type, from body: [UInt8]) throws -> Value {
    do {
      return try JSONDecoder().decode(type, from: body.isEmpty ? Data("{}".utf8) : Data(body))
    } catch let error as DecodingError {
      throw Problem(.badRequest, explanation(of: error))
    }
  }

  static func time(_ text: String, member: String) throws -> Instant {
    guard let instant = Instant(iso8601: text) else {
      throw Problem(
        .badRequest, "\(member) must be a time such as 2026-11-24T21:30:00+01:00, with its offset.")
    }
    return instant
  }

  /// Refuses a text that is longer than anybody needs.
  static func limited(_ text: String?, member: String, mostCharacters: Int) throws {
    guard let text, text.count > mostCharacters else { return }
    throw Problem(.badRequest, "\(member) has at most \(mostCharacters) characters.")
  }

  static func response(_ status: HTTPResponse.Status, _ body: [UInt8]) -> Response {
    Response(
      status: status,
      headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
      body: .init(byteBuffer: ByteBuffer(bytes: body)))
  }

  private static func explanation(of error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, _): "\(key.stringValue) is missing."
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\(path(context)) has the wrong type."
    case .dataCorrupted(let context):
      context.codingPath.isEmpty
        ? "The body is not a JSON object." : "\(path(context)) has a value that is not allowed."
    @unknown default: "The body cannot be read."
    }
  }

  private static func path(_ context: DecodingError.Context) -> String {
    let path = context.codingPath.map(\.stringValue).joined(separator: ".")
    return path.isEmpty ? "The body" : path
  }
}
