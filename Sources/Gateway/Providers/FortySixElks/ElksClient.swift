import GatewayEngine
import GatewayHTTP

/// Requests to 46elks' interface, with its credentials.
struct ElksClient: Sendable {
  let curl: CurlClient
  /// Without a slash at the end.
  let baseURL: String
  let credentials: BasicCredentials

  /// A create that has no answer by then has an unknown outcome.
  private static let createTimeoutSeconds = 15.0
  private static let readTimeoutSeconds = 20.0

  func post(_ path: String, _ form: FormFields) async throws(TransferFailure) -> HTTPResponse {
    try await curl.send(
      HTTPRequest(
        method: .post, url: baseURL + path,
        headers: [("Content-Type", "application/x-www-form-urlencoded")],
        body: FormCoding.encode(form), basicAuth: credentials,
        timeoutSeconds: Self.createTimeoutSeconds))
  }

  /// Reads something back. Throws what an operator can act on.
  func get(_ path: String, _ query: FormFields = FormFields()) async throws(ProviderFailure)
    -> [UInt8]
  {
    let suffix = query.pairs.isEmpty ? "" : "?\(FormCoding.query(query))"
    let request = HTTPRequest(
      method: .get, url: baseURL + path + suffix, basicAuth: credentials,
      timeoutSeconds: Self.readTimeoutSeconds)
    let response: HTTPResponse
    do throws(TransferFailure) {
      response = try await curl.send(request)
    } catch {
      throw ProviderFailure("46elks could not be asked: \(error)")
    }
    return try Self.body(of: response)
  }

  /// The body of a success. The refusal's own words stay out: they may hold a number.
  static func body(of response: HTTPResponse) throws(ProviderFailure) -> [UInt8] {
    guard (200...299).contains(response.status) else {
      throw ProviderFailure("46elks answered with status \(response.status)")
    }
    return response.body
  }
}
