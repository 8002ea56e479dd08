/// A telephone number in E.164 form, `+46701740605`.
///
/// A value of this type is well formed. Whether it may be dialled or texted is another question,
/// which `DiallingRule.verdict(on:)` alone answers.
public struct PhoneNumber: Hashable, Sendable, CustomStringConvertible {
  /// `+` and 2 to 15 digits, the first of them not zero.
  public let e164: String

  /// Takes only E.164 itself: `^\+[1-9][0-9]{1,14}$`.
  public init?(e164: String) {
    let bytes = Array(e164.utf8)
    guard (3...16).contains(bytes.count), bytes[0] == UInt8(ascii: "+"),
      bytes[1] != UInt8(ascii: "0"),
      bytes.dropFirst().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    self.e164 = e164
  }

  /// Redacted to the last two digits: a number never reaches a log by being interpolated.
  public var description: String { "…\(e164.suffix(2))" }
}

extension PhoneNumber: Codable {
  /// One string, checked as by `init(e164:)`: a number read back is as well formed as a typed one.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let number = PhoneNumber(e164: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "A telephone number is stored in E.164 form.")
    }
    self = number
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(e164)
  }
}
