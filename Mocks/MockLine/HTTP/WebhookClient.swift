/// How the telephone company reaches the gateway. One file decides which client does it.
protocol WebhookClient: Sendable {
  /// Sends one request and collects the whole answer; never repeats it by itself.
  func send(_ request: OutgoingRequest) async -> OutgoingResult
}

struct OutgoingRequest: Sendable {
  let method: String
  let url: String
  var contentType: String?
  var authorization: String?
  var body = ""

  static func get(_ url: String) -> OutgoingRequest {
    OutgoingRequest(method: "GET", url: url)
  }

  static func form(_ url: String, _ fields: FormFields) -> OutgoingRequest {
    OutgoingRequest(
      method: "POST", url: url, contentType: "application/x-www-form-urlencoded",
      body: fields.encoded)
  }
}

enum OutgoingResult: Sendable {
  case response(status: Int, contentType: String?, body: [UInt8])
  case unreachable(reason: String)

  var webhookAnswer: WebhookAnswer {
    switch self {
    case .response(let status, let contentType, let body):
      .response(
        status: status, contentType: contentType, body: String(decoding: body, as: UTF8.self))
    case .unreachable(let reason): .unreachable(reason: reason)
    }
  }

  /// The body of a good answer.
  var content: [UInt8]? {
    guard case .response(200...299, _, let body) = self else { return nil }
    return body
  }
}
