import struct Foundation.DateComponents

/// Days as they are said: "i morgon", "fredag den femte juni".
struct SpokenDays {
  let language: Language

  init(_ language: Language) {
    self.language = language
  }

  var tomorrow: Fragment {
    Fragment(key: "day.tomorrow", words: language == .swedish ? "i morgon" : "tomorrow")
  }

  var yesterday: Fragment {
    Fragment(key: "day.yesterday", words: language == .swedish ? "i går" : "yesterday")
  }

  func date(_ parts: DateComponents) -> [Fragment] {
    [weekday(parts.weekday ?? 1), dayOfMonth(parts.day ?? 1), month(parts.month ?? 1)]
  }

  /// 1 is Sunday, as in Foundation's calendars.
  func weekday(_ number: Int) -> Fragment {
    let name =
      switch language {
      case .swedish:
        ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"][number - 1]
      case .english:
        [
          "on Sunday", "on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday",
          "on Saturday",
        ][number - 1]
      }
    return Fragment(key: "weekday.\(number)", words: name)
  }

  func dayOfMonth(_ number: Int) -> Fragment {
    let name =
      switch language {
      case .swedish: "den " + Self.swedishOrdinals[number - 1]
      case .english: "the " + Self.englishOrdinals[number - 1]
      }
    return Fragment(key: "date.\(number)", words: name)
  }

  func month(_ number: Int) -> Fragment {
    let name =
      switch language {
      case .swedish: Self.swedishMonths[number - 1]
      case .english: "of " + Self.englishMonths[number - 1]
      }
    return Fragment(key: "month.\(number)", words: name)
  }

  private static let swedishOrdinals = [
    "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde",
    "tionde", "elfte", "tolfte", "trettonde", "fjortonde", "femtonde", "sextonde", "sjuttonde",
    "artonde", "nittonde", "tjugonde", "tjugoförsta", "tjugoandra", "tjugotredje",
    "tjugofjärde", "tjugofemte", "tjugosjätte", "tjugosjunde", "tjugoåttonde", "tjugonionde",
    "trettionde", "trettioförsta",
  ]

  private static let englishOrdinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
    "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second",
    "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh",
    "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
  ]

  private static let swedishMonths = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
    "oktober", "november", "december",
  ]

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
