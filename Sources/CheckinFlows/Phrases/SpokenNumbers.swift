/// Numbers spelled out by ourselves: a speech engine reads them wrongly in Swedish.
public struct SpokenNumbers: Sendable {
  let language: Language

  public init(_ language: Language) {
    self.language = language
  }

  /// One digit at a time; whatever is no digit is left out.
  public func digits(_ text: String) -> [Fragment] {
    text.compactMap { $0.isASCII ? $0.wholeNumberValue : nil }.map(digit)
  }

  func digit(_ value: Int) -> Fragment {
    Fragment(key: "digit.\(value)", words: words[value])
  }

  /// A code, digit by digit, twice.
  public func code(_ text: String) -> [Fragment] {
    digits(text).ending(with: ".") + digits(text)
  }

  /// `L4821`: the letter, then digit by digit.
  public func reference(_ text: String) -> [Fragment] {
    let letters = text.prefix { $0.isASCII && $0.isLetter }.uppercased()
    return letters.map { Fragment(key: "letter.\($0)", words: String($0)) } + digits(text)
  }

  /// A telephone number as people say it in Sweden, in groups with a pause between.
  public func phone(_ number: PhoneNumber) -> [Fragment] {
    let groups = PhoneGroups(number)
    let parts = (groups.isAbroad ? [[plus]] : []) + groups.groups.map(group)
    return parts.dropLast().flatMap { $0.ending(with: ",") } + (parts.last ?? [])
  }

  private var plus: Fragment { Fragment(key: "plus", words: "plus") }
  private var areaTen: Fragment { Fragment(key: "area.010", words: "noll tio") }

  /// What numbers hold beside digits.
  var extras: [Fragment] {
    switch language {
    case .swedish: [plus, areaTen]
    case .english: [plus]
    }
  }

  /// 010 is said as "noll tio" everywhere; all other groups digit by digit.
  private func group(_ digits: String) -> [Fragment] {
    guard digits == "010", language == .swedish else { return self.digits(digits) }
    return [areaTen]
  }

  private var words: [String] {
    switch language {
    case .swedish: ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"]
    case .english:
      ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    }
  }

  /// 0–59 in words.
  func cardinal(_ value: Int) -> String {
    switch language {
    case .swedish: swedish(value)
    case .english: english(value)
    }
  }

  private func swedish(_ value: Int) -> String {
    if value < 10 { return words[value] }
    if value < 20 {
      return [
        "tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton",
        "nitton",
      ][value - 10]
    }
    let ten = ["tjugo", "trettio", "fyrtio", "femtio"][min(value / 10, 5) - 2]
    return value % 10 == 0 ? ten : ten + words[value % 10]
  }

  private func english(_ value: Int) -> String {
    if value < 10 { return words[value] }
    if value < 20 {
      return [
        "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
        "eighteen", "nineteen",
      ][value - 10]
    }
    let ten = ["twenty", "thirty", "forty", "fifty"][min(value / 10, 5) - 2]
    return value % 10 == 0 ? ten : ten + "-" + words[value % 10]
  }
}

/// The groups in which a number is said and printed: `010 435 40 20`.
struct PhoneGroups {
  let isAbroad: Bool
  let groups: [String]

  init(_ number: PhoneNumber) {
    let digits = number.e164.dropFirst()
    isAbroad = !digits.hasPrefix("46")
    guard !isAbroad else {
      groups = Self.split(digits)
      return
    }
    let national = "0" + digits.dropFirst(2)
    let areaLength = Self.areaLength(national)
    groups = [String(national.prefix(areaLength))] + Self.split(national.dropFirst(areaLength))
  }

  /// Stockholm has two digits, the large areas and all mobiles three, the rest four.
  private static func areaLength(_ national: String) -> Int {
    if national.hasPrefix("08") { return 2 }
    let three = [
      "010", "011", "013", "016", "018", "019", "021", "023", "026", "031", "033", "035", "036",
      "040", "042", "044", "046", "054", "060", "063", "070", "072", "073", "076", "077", "079",
      "090",
    ]
    return three.contains(String(national.prefix(3))) ? 3 : 4
  }

  /// Pairs, with threes first where the count is odd, or large.
  private static func split(_ digits: some StringProtocol) -> [String] {
    guard digits.count > 4 || digits.count == 3 else {
      return digits.count == 4
        ? [String(digits.prefix(2)), String(digits.suffix(2))]
        : digits.isEmpty ? [] : [String(digits)]
    }
    let first = digits.count == 6 ? 2 : 3
    return [String(digits.prefix(first))] + split(digits.dropFirst(first))
  }
}
