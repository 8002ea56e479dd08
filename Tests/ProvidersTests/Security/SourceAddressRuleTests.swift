import Testing

@testable import GatewayProviders

@Suite struct SourceAddressRuleTests {
  private func isAllowed(
    _ peer: String?, _ forwarded: [String] = [],
    allowed: [String] = ["192.0.2.7", "2001:db8::/32"],
    proxies: [String] = ["10.0.0.0/8", "::1"]
  ) throws -> Bool {
    try SourceAddressRule(allowed: allowed, trustedProxies: proxies)
      .isAllowed(peer: peer, forwardedFor: forwarded)
  }

  @Test(arguments: ["192.0.2.7", "::ffff:192.0.2.7", "::FFFF:C000:0207", "2001:db8:1::5"])
  func `an allowed address is allowed, in any spelling`(peer: String) throws {
    #expect(try isAllowed(peer))
  }

  @Test(arguments: ["192.0.2.8", "::ffff:192.0.2.8", "2001:db9::1", "192.0.2.7.example", ""])
  func `another address is not`(peer: String) throws {
    #expect(try !isAllowed(peer))
  }

  @Test func `nobody knows where a request without a peer comes from`() throws {
    #expect(try !isAllowed(nil))
    #expect(try !isAllowed(nil, ["192.0.2.7"]))
  }

  @Test func `an empty list allows any address`() throws {
    #expect(try isAllowed("198.51.100.1", allowed: []))
    #expect(try isAllowed(nil, allowed: []))
  }

  @Test(arguments: [
    ["192.0.2.7"], ["198.51.100.1, 192.0.2.7"], ["198.51.100.1", "192.0.2.7"],
    ["192.0.2.7, 10.1.1.1"], ["192.0.2.7:4711"], ["[2001:db8::5]:443"], [" 2001:db8::5 "],
    ["::ffff:192.0.2.7"], ["junk, 192.0.2.7"],
  ])
  func `behind our proxy, the last address that is no proxy counts`(forwarded: [String]) throws {
    #expect(try isAllowed("10.0.0.3", forwarded))
    #expect(try isAllowed("::1", forwarded))
    #expect(try isAllowed("::ffff:10.0.0.3", forwarded))
  }

  @Test(arguments: [
    [], ["192.0.2.7, 198.51.100.1"], ["192.0.2.7", "198.51.100.1"], ["192.0.2.7, junk"],
    ["unknown"], [""], ["10.0.0.9"],
  ])
  func `what stands further to the left is anybody's word`(forwarded: [String]) throws {
    #expect(try !isAllowed("10.0.0.3", forwarded))
  }

  @Test func `a stranger's forwarding header is not read`() throws {
    #expect(try !isAllowed("198.51.100.1", ["192.0.2.7"]))
    #expect(try !isAllowed("10.0.0.3", ["192.0.2.7"], proxies: []))
  }

  @Test(arguments: [
    ("192.0.2.128/25", "192.0.2.200", true), ("192.0.2.128/25", "192.0.2.100", false),
    ("192.0.2.129/25", "192.0.2.200", true), ("0.0.0.0/0", "203.0.113.1", true),
    ("0.0.0.0/0", "2001:db8::1", false), ("192.0.2.7/32", "192.0.2.7", true),
    ("192.0.2.7/32", "192.0.2.6", false), ("::ffff:192.0.2.0/120", "192.0.2.9", true),
    ("::ffff:192.0.2.0/120", "192.0.3.9", false), ("2001:db8::/33", "2001:db8:7fff::1", true),
    ("2001:db8::/33", "2001:db8:8000::1", false),
  ])
  func `a network holds what its bits say`(block: String, peer: String, expected: Bool) throws {
    #expect(try isAllowed(peer, allowed: [block]) == expected)
  }

  @Test(arguments: [
    "", "example.org", "192.0.2.7/33", "192.0.2.7/-1", "192.0.2.7/", "192.0.2.7/x", "192.0.2",
    "2001:db8::/129", "192.0.2.7/24/8", "::ffff:192.0.2.0/64",
  ])
  func `a setting that is no network is refused by its text`(text: String) {
    #expect(throws: SourceAddressRule.InvalidAddress(text: text)) {
      try SourceAddressRule(allowed: [text], trustedProxies: [])
    }
  }
}

@Suite struct ConstantTimeTests {
  @Test(arguments: [
    ("k3y", "k3y", true), ("k3y", "k3x", false), ("k3", "k3y", false), ("k3yk3y", "k3y", false),
    ("", "k3y", false), ("", "", false), ("k", "", false), ("lösen", "lösen", true),
  ])
  func `secrets are equal when they are, and an empty one never is`(
    given: String, expected: String, isEqual: Bool
  ) {
    #expect(ConstantTime.isEqual(given: given, expected: expected) == isEqual)
  }
}
