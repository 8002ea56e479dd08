import GatewayEngine
import GatewayHTTP

/// The addresses that 46elks calls us at. Always absolute.
struct ElksAddresses: Sendable {
  /// What the next request of a call answers; in its address, because `result=failed` alone does
  /// not tell silence from a prompt that could not be fetched.
  enum Asked: String, Sendable {
    case keys, prompt, connect
  }

  /// Without a slash at the end.
  private let publicURL: String
  private let secret: String

  init(publicURL: String, secret: String) {
    self.publicURL = ElksAddresses.withoutSlash(publicURL)
    self.secret = secret
  }

  static func withoutSlash(_ url: String) -> String {
    var url = url
    while url.hasSuffix("/") { url.removeLast() }
    return url
  }

  var texts: String { hook("sms") }
  var calls: String { hook("voice") }

  func deliveries(_ ref: CallRef) -> String { hook("dlr", ("ref", ref.rawValue)) }
  func answered(_ ref: CallRef) -> String { hook("voice", ("ref", ref.rawValue)) }
  func ended(_ ref: CallRef) -> String { hook("hangup", ("ref", ref.rawValue)) }

  func turn(_ turn: Int, of ref: CallRef, asked: Asked) -> String {
    hook("ivr", ("ref", ref.rawValue), ("turn", String(turn)), ("asked", asked.rawValue))
  }

  func audio(_ file: AudioFile) -> String { publicURL + file.path }

  private func hook(_ name: String, _ items: (name: String, value: String)...) -> String {
    let address = "\(publicURL)/hooks/46elks/\(secret)/\(name)"
    return items.isEmpty ? address : "\(address)?\(FormCoding.query(FormFields(items)))"
  }
}
