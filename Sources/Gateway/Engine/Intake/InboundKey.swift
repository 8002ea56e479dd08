import CheckinFlows
import Crypto

/// What makes a repeated event a repeat: the provider's id, the kind, and the state.
enum InboundKey {
  /// A provider that gives texts no id may repeat one within this time.
  static let repeatSeconds: Int64 = 30

  /// All keys that must be unseen. A text without an id gets one for its own half minute and one
  /// for the next, so that a repeat across the border is still a repeat.
  static func keys(of text: InboundText, at now: Instant) -> [String] {
    guard text.providerID.isEmpty else { return ["text:\(text.providerID)"] }
    let digest = SHA256.hash(data: Array("\(text.from)\u{0}\(text.text)".utf8))
    let name = digest.prefix(16).map { String($0, radix: 16) }.joined()
    let span = now.milliseconds / (repeatSeconds * 1000)
    return [span, span + 1].map { "text-without-id:\(name):\($0)" }
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
