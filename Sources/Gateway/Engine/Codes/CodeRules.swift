/// Why a code is not taken at enrolment.
package enum CodeRefusal: Error, Hashable, Sendable {
  /// 4 to 8 digits, nothing else.
  case notFourToEightDigits
  /// Reads as a time of day, `2130`: a text with it would be taken for a new end time.
  case readsAsClockTime
  /// A duress code means nothing without a personal code beside it.
  case duressCodeAlone
  /// The two differ in fewer than two positions, so that one slip would raise a silent alarm or
  /// hide one.
  case tooAlike
}

/// The rules for new codes.
package enum CodeRules {
  /// A person's codes: none, a personal one, or both.
  package static func check(personal: String?, duress: String?) throws(CodeRefusal) {
    if let personal { try check(personal) }
    guard let duress else { return }
    guard let personal else { throw .duressCodeAlone }
    try check(duress)
    guard differences(personal, duress) >= 2 else { throw .tooAlike }
  }

  /// One code alone, such as an operator's.
  package static func check(_ code: String) throws(CodeRefusal) {
    let digits = Array(code.utf8)
    let isDigits = digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isDigits, (4...8).contains(digits.count) else { throw .notFourToEightDigits }
    guard !readsAsClockTime(code) else { throw .readsAsClockTime }
  }

  static func readsAsClockTime(_ code: String) -> Bool {
    guard code.utf8.count == 4, let number = Int(code) else { return false }
    return number == 2400 || (number / 100 <= 23 && number % 100 <= 59)
  }

  /// Positions that differ, counted from the front and from the end, whichever is fewer: a digit
  /// left out or put in front must not turn one code into the other.
  private static func differences(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    let beyond = abs(left.count - right.count)
    let fromFront = zip(left, right).count { $0 != $1 } + beyond
    let fromEnd = zip(left.reversed(), right.reversed()).count { $0 != $1 } + beyond
    return min(fromFront, fromEnd)
  }
}
