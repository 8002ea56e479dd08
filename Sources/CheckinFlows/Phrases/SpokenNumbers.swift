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
