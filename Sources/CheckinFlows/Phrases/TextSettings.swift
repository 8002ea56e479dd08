public import struct Foundation.TimeZone

/// What a tenant puts into its texts.
public struct TextSettings: Sendable {
  /// With its colon, at most 13 characters: `Trygghet VGR:`. It stands first in every text, on
  /// lock screens too; some tenants choose a harmless one.
  public let serviceName: String
  /// Our own number, shown in national form. The texts have room for 13 characters of it.
  public let phoneNumber: PhoneNumber
  /// Where the tenant's clocks are.
  public let zone: TimeZone

  public static let longestServiceName = 13

  /// A name without a colon gets one, and one that is too long is cut: a text that is one part too
  /// long is better than none, but better still is one that fits.
  public init(serviceName: String, phoneNumber: PhoneNumber, zone: TimeZone) {
    self.serviceName = Self.fitted(serviceName)
    self.phoneNumber = phoneNumber
    self.zone = zone
  }

  private static func fitted(_ name: String) -> String {
    var words = SMSText.normalised(name)
    while words.last == ":" || words.last == " " { words.removeLast() }
    while SMSText.count(words).units > longestServiceName - 1 { words.removeLast() }
    return words + ":"
  }
}
