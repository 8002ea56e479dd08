import CheckinFlows
import Crypto
import Foundation
import GatewayEngine
import HTTPTypes
import Hummingbird

/// The name that a client gives a request, so that it may repeat it without doing it twice.
struct IdempotencyKey: Sendable {
  private static let longest = 200
  private let key: String
  private let token: String
  private let requestHash: [UInt8]

  /// `nil` when the request carries none.
  init?(_ request: Request, body: [UInt8], token: String) throws {
    guard let name = HTTPField.Name("Idempotency-Key"), let key = request.headers[name] else {
      return nil
    }
    guard !key.isEmpty, key.utf8.count <= Self.longest else {
      throw Problem(.badRequest, "Idempotency-Key has 1 to \(Self.longest) characters.")
    }
    self.key = key
    self.token = token
    let line = "\(request.method.rawValue) \(request.uri.path)\n"
    requestHash = Array(SHA256.hash(data: Data(line.utf8) + Data(body)))
  }

  /// Throws when the key was used for another request.
  func earlierAnswer(in reading: any StoreReading) throws -> APIAnswer? {
    guard let stored = try reading.idempotentAnswer(key: key, token: token) else { return nil }
    guard stored.requestHash == requestHash else {
      throw Problem(.keyReused, "Use a new Idempotency-Key for a new request.")
    }
    return APIAnswer(status: stored.status, body: stored.body)
  }

  func save(_ answer: APIAnswer, in transaction: any StoreTransaction, at now: Instant) throws {
    try transaction.save(
      IdempotentAnswer(
        key: key, token: token, requestHash: requestHash, status: answer.status,
        body: answer.body, at: now))
  }
}
