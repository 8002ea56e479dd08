import CheckinFlows
import Crypto

/// What makes a repeated event a repeat: the provider's id, the kind, and the state.
enum InboundKey {
  /// A provider that gives texts no id may repeat one within this time.
  static let repeatSeconds: Int64 = 30

  /// The text's own key, which must be unseen, and those that it takes when it is new: a text
  /// without an id takes each second of the time in which it may be repeated. A repeat takes none,
  /// so that repeats of repeats never silence what was written later.
  static func keys(of text: InboundText, at now: Instant) -> (own: String, later: [String]) {
    guard text.providerID.isEmpty else { return ("text:\(text.providerID)", []) }
    let digest = SHA256.hash(data: Array("\(text.from)\u{0}\(text.text)".utf8))
    let name = digest.prefix(16).map { String($0, radix: 16) }.joined()
    let second = now.milliseconds / 1000
    let keys = (second...second + repeatSeconds).map { "text-without-id:\(name):\($0)" }
    return (keys[0], Array(keys.dropFirst()))
  }

  static func key(of delivery: InboundDelivery) -> String {
    "delivery:\(name(delivery.ref, delivery.providerID)):\(delivery.state.rawValue)"
  }

  static func key(of end: InboundCallEnd) -> String {
    "call-ended:\(name(end.ref, end.providerID))"
  }

  private static func name(_ ref: CallRef?, _ providerID: String) -> String {
    providerID.isEmpty ? ref?.rawValue ?? "" : providerID
  }
}
