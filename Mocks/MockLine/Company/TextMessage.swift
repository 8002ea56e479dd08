import Foundation

/// The companies whose wire format is spoken.
enum Provider: String, Sendable, CaseIterable {
  case fortySixElks = "46elks"
}

/// A text message on its way between the gateway and a phone.
struct TextMessage: Sendable {
  enum Direction: Sendable {
    /// From a phone to one of our numbers.
    case incoming
    case outgoing
    /// Sent because a webhook was answered with a body.
    case outgoingReply
  }

  enum Status: String, Sendable {
    /// Accepted, not yet handed to the network.
    case created
    case sent, delivered, failed
  }

  let id: String
  let provider: Provider
  let direction: Direction
  let from: String
  let to: String
  let message: String
  let created: Date
  var status = Status.created
  var delivered: Date?
  let parts: Int
  let cost: Int
  /// Where delivery reports go.
  var reportURL: String?
  var isMessageHidden = false
  var isFlash = false

  /// The end that is a person's phone.
  var phone: String { direction == .incoming ? from : to }
  /// The end that is not.
  var peer: String { direction == .incoming ? to : from }
}

/// How long a text is in the network's own alphabet or in UTF-16.
enum TextLength {
  private static let basic = Set(
    """
    @£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,-./0123456789:;<=>?¡\
    ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà
    """.unicodeScalars)
  private static let extended = Set("\u{c}^{}\\[~]|€".unicodeScalars)

  /// Parts that the network bills; an escape pair is never split over two.
  static func parts(of text: String) -> Int {
    var widths: [Int] = []
    for scalar in text.unicodeScalars {
      if basic.contains(scalar) {
        widths.append(1)
      } else if extended.contains(scalar) {
        widths.append(2)
      } else {
        let units = text.unicodeScalars.map { $0.value > 0xFFFF ? 2 : 1 }
        return count(units, single: 70, joined: 67)
      }
    }
    return count(widths, single: 160, joined: 153)
  }

  private static func count(_ widths: [Int], single: Int, joined: Int) -> Int {
    guard widths.reduce(0, +) > single else { return 1 }
    var parts = 1
    var room = joined
    for width in widths {
      if width > room {
        parts += 1
        room = joined
      }
      room -= width
    }
    return parts
  }
}
