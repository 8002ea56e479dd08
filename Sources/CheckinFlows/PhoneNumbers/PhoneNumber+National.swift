extension PhoneNumber {
  /// The form that people read: `070-174 06 05` for a Swedish number, E.164 for any other.
  public var national: String {
    let (country, national) = NumberPlan.split(self)
    guard country == NumberPlan.sweden,
      NumberPlan.nationalLengths(of: country).contains(national.count), national.first != "0"
    else { return e164 }
    let area = national.prefix(SwedishPlan.areaCodeLength(of: national))
    return "0\(area)-\(Self.grouped(national.dropFirst(area.count)))"
  }

  /// Groups of two with one or two groups of three first, as subscribers' numbers are printed:
  /// `123 45`, `12 34 56`, `123 45 67`, `123 456 78`.
  private static func grouped(_ digits: Substring) -> String {
    var rest = digits
    var groups: [Substring] = []
    for size in groupSizes(of: digits.count) {
      groups.append(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    return groups.joined(separator: " ")
  }

  private static func groupSizes(of count: Int) -> [Int] {
    switch count {
    case ...4: [2, 2]
    case 5: [3, 2]
    case 6: [2, 2, 2]
    case 7: [3, 2, 2]
    default: [3, 3, count - 6]
    }
  }
}
