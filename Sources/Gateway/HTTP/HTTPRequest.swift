/// What a request asks a server to do.
package enum HTTPMethod: String, Sendable, CaseIterable {
  case get = "GET"
  case post = "POST"
  case put = "PUT"
  case delete = "DELETE"
}

/// A name and a password for HTTP Basic. Never printed.
package struct BasicCredentials: Sendable, Hashable, CustomStringConvertible {
  package let user: String
  package let password: String

  package init(user: String, password: String) {
    self.user = user
    self.password = password
  }

  package var description: String { "(credentials)" }
}

/// One request to one server, with its limits.
///
/// Its description names the method alone: addresses, headers and bodies hold personal data.
package struct HTTPRequest: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
  package var method: HTTPMethod
  /// Absolute; `https`, or `http` on this very machine. Without user and password.
  package var url: String
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]
  package var basicAuth: BasicCredentials?
  /// From the call of `send` to the whole answer, waiting for a free connection included.
  package var timeoutSeconds: Double
  /// For name lookup, connection and encryption together, within `timeoutSeconds`.
  package var connectTimeoutSeconds: Double
  /// A longer answer ends the transfer as `.unknown(.answerTooLarge)`.
  package var maxResponseBytes: Int

  package init(
    method: HTTPMethod, url: String, headers: [(name: String, value: String)] = [],
    body: [UInt8] = [], basicAuth: BasicCredentials? = nil, timeoutSeconds: Double = 15,
    connectTimeoutSeconds: Double = 5, maxResponseBytes: Int = 1 << 20
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.basicAuth = basicAuth
    self.timeoutSeconds = timeoutSeconds
    self.connectTimeoutSeconds = connectTimeoutSeconds
    self.maxResponseBytes = maxResponseBytes
  }

  package var description: String { "\(method.rawValue) request" }
  package var debugDescription: String { description }
}
