/// Which machines may call our webhooks.
///
/// A forwarding header is believed only as far as it was written by a proxy of ours: it is read
/// from the right, and the first address that is no trusted proxy is where the request came from.
package struct SourceAddressRule: Sendable {
  /// A setting that is neither an address nor a network.
  package struct InvalidAddress: Error, Sendable, Hashable, CustomStringConvertible {
    package let text: String
    package var description: String {
      "\"\(text)\" is neither an address nor a network such as 192.0.2.0/24"
    }
  }

  private let allowed: [AddressBlock]
  private let trustedProxies: [AddressBlock]

  /// An empty list of allowed addresses allows any: then the secrets alone carry the weight.
  package init(allowed: [String], trustedProxies: [String]) throws(InvalidAddress) {
    self.allowed = try Self.blocks(allowed)
    self.trustedProxies = try Self.blocks(trustedProxies)
  }

  private static func blocks(_ texts: [String]) throws(InvalidAddress) -> [AddressBlock] {
    var blocks: [AddressBlock] = []
    for text in texts {
      guard let block = AddressBlock(text) else { throw InvalidAddress(text: text) }
      blocks.append(block)
    }
    return blocks
  }

  /// - Parameters:
  ///   - peer: the other end of the connection itself.
  ///   - forwardedFor: the values of all `X-Forwarded-For` headers, in their order.
  package func isAllowed(peer: String?, forwardedFor: [String]) -> Bool {
    guard !allowed.isEmpty else { return true }
    guard let source = source(peer: peer, forwardedFor: forwardedFor) else { return false }
    return allowed.contains { $0.contains(source) }
  }

  /// Where a request came from; nil when it cannot be told.
  package func source(peer: String?, forwardedFor: [String]) -> IPAddress? {
    guard let peer, var source = IPAddress(peer) else { return nil }
    var hops = forwardedFor.flatMap { $0.split(separator: ",") }
    while isTrustedProxy(source), let hop = hops.popLast() {
      guard let address = IPAddress(forwarded: hop) else { return nil }
      source = address
    }
    return source
  }

  private func isTrustedProxy(_ address: IPAddress) -> Bool {
    trustedProxies.contains { $0.contains(address) }
  }
}
