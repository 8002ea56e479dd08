import Glibc

/// An address of the internet: 4 bytes, or 16. An IPv4 address in IPv6 clothes
/// (`::ffff:192.0.2.1`) is the IPv4 address, so that one machine has one address.
package struct IPAddress: Hashable, Sendable {
  package let bytes: [UInt8]

  /// Takes `192.0.2.1`, `2001:db8::1`, `fe80::1%eth0`; no port, no name.
  package init?(_ text: some StringProtocol) {
    let plain = String(text.prefix { $0 != "%" })
    if let bytes = Self.parse(plain, family: AF_INET, count: 4) {
      self.bytes = bytes
    } else if let bytes = Self.parse(plain, family: AF_INET6, count: 16) {
      self.bytes = Self.isMapped(bytes) ? Array(bytes[12...]) : bytes
    } else {
      return nil
    }
  }

  /// An entry of `X-Forwarded-For`, which may carry a port: `192.0.2.1:4711`, `[2001:db8::1]:443`.
  package init?(forwarded text: some StringProtocol) {
    let entry = text.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }
    if entry.hasPrefix("[") {
      self.init(entry.dropFirst().prefix { $0 != "]" })
    } else if entry.filter({ $0 == ":" }).count == 1 {
      self.init(entry.prefix { $0 != ":" })
    } else {
      self.init(entry)
    }
  }

  private static func parse(_ text: String, family: Int32, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return inet_pton(family, text, &bytes) == 1 ? bytes : nil
  }

  static func isMapped(_ bytes: [UInt8]) -> Bool {
    bytes.count == 16 && bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 255
      && bytes[11] == 255
  }
}

/// A network, `192.0.2.0/24`, or one address.
package struct AddressBlock: Hashable, Sendable {
  private let base: IPAddress
  private let prefixBits: Int

  /// Nil when it is neither an address nor a network.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let base = IPAddress(parts[0]) else { return nil }
    let longest = base.bytes.count * 8
    self.base = base
    guard parts.count == 2 else {
      prefixBits = longest
      return
    }
    guard parts[1].allSatisfy({ $0.isASCII && $0.isNumber }), let written = Int(parts[1]) else {
      return nil
    }
    // A network in IPv6 clothes counts its bits from the front of the clothes.
    let isMapped = longest == 32 && parts[0].contains(":")
    let bits = isMapped ? written - 96 : written
    guard (0...longest).contains(bits) else { return nil }
    prefixBits = bits
  }

  package func contains(_ address: IPAddress) -> Bool {
    guard address.bytes.count == base.bytes.count else { return false }
    let whole = prefixBits / 8
    guard address.bytes[..<whole] == base.bytes[..<whole] else { return false }
    let rest = prefixBits % 8
    guard rest > 0 else { return true }
    return (address.bytes[whole] ^ base.bytes[whole]) >> UInt8(8 - rest) == 0
  }
}
