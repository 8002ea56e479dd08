/// A request that reached the telephone company, without the web server around it.
struct LineRequest: Sendable {
  let method: String
  /// The path split at its slashes and percent-decoded, without empty parts.
  let path: [String]
  let query: FormFields
  let authorization: String?
  let body: String

  var form: FormFields { FormFields(decoding: body) }
}

/// What the telephone company answers, and how badly.
struct LineAnswer: Sendable {
  /// How the answer travels. All but `whole` are faults that were asked for.
  enum Manner: Sendable, Equatable {
    case whole
    /// The connection is closed without a single byte.
    case closedAtOnce
    /// Half of the body is sent, then the connection is cut.
    case cutOff
    /// Only after so many seconds on the line's clock.
    case late(seconds: Double)
    /// Nothing comes; the connection is closed after so many seconds on the line's clock.
    case never(seconds: Double)
    /// What was set off happens before the answer is written.
    case afterItsCallbacks
  }

  var status: Int
  var contentType: String
  var body: String
  var manner = Manner.whole
  var retryAfterSeconds: Int?

  static func json(_ value: JSONValue, status: Int = 200) -> LineAnswer {
    LineAnswer(status: status, contentType: "application/json; charset=utf-8", body: value.text)
  }

  static func text(_ line: String, status: Int) -> LineAnswer {
    LineAnswer(status: status, contentType: "text/plain; charset=utf-8", body: line)
  }

  static let noContent = LineAnswer(status: 204, contentType: "text/plain", body: "")
}
