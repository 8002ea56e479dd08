/// Compares secrets so that the time tells nothing about where they differ.
package enum ConstantTime {
  /// Looks at every byte of `given`, whatever it holds. An empty expectation matches nothing.
  package static func isEqual(given: some StringProtocol, expected: String) -> Bool {
    let given = Array(given.utf8)
    let expected = Array(expected.utf8)
    guard !expected.isEmpty else { return false }
    var difference = given.count ^ expected.count
    for (index, byte) in given.enumerated() {
      difference |= Int(byte ^ expected[index % expected.count])
    }
    return difference == 0
  }
}
