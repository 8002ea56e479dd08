/// The kinds of words that the grammar knows. A word may be of several kinds.
struct WordKind: OptionSet, Sendable {
  let rawValue: UInt64

  /// Closes a watch, together with nothing but polite words.
  static let close = WordKind(rawValue: 1 << 0)
  /// Closes only when it stands alone: typing slips and thumbs.
  static let closeAlone = WordKind(rawValue: 1 << 1)
  /// May stand beside a command without changing it.
  static let polite = WordKind(rawValue: 1 << 2)
  static let thanks = WordKind(rawValue: 1 << 3)
  /// May stand beside thanks, and beside `tyst`.
  static let courtesy = WordKind(rawValue: 1 << 4)
  static let negation = WordKind(rawValue: 1 << 5)
  static let yes = WordKind(rawValue: 1 << 6)
  static let no = WordKind(rawValue: 1 << 7)
  static let sos = WordKind(rawValue: 1 << 8)
  static let quiet = WordKind(rawValue: 1 << 9)
  /// Says that it will be later than promised.
  static let late = WordKind(rawValue: 1 << 10)
  /// May stand beside a lateness word without changing it.
  static let lateFiller = WordKind(rawValue: 1 << 11)
  /// Makes an extension of the duration before it ("30 min till").
  static let more = WordKind(rawValue: 1 << 12)
  static let stop = WordKind(rawValue: 1 << 13)
  /// `mig`: beside `avregistrera` and `ring`.
  static let me = WordKind(rawValue: 1 << 14)
  /// Stands in front of a start: `möte`.
  static let keyword = WordKind(rawValue: 1 << 15)
  /// `kl`: what follows is a time of day.
  static let clockLead = WordKind(rawValue: 1 << 16)
  /// `till`: what follows may be a time of day.
  static let towardLead = WordKind(rawValue: 1 << 17)
  /// `ca`, `vid`: what follows may be a time of day, nearly.
  static let nearLead = WordKind(rawValue: 1 << 18)
  static let hours = WordKind(rawValue: 1 << 19)
  static let minutes = WordKind(rawValue: 1 << 20)
  static let status = WordKind(rawValue: 1 << 21)
  static let info = WordKind(rawValue: 1 << 22)
  static let test = WordKind(rawValue: 1 << 23)
  static let call = WordKind(rawValue: 1 << 24)
  static let callFiller = WordKind(rawValue: 1 << 25)
  static let english = WordKind(rawValue: 1 << 26)
  static let swedish = WordKind(rawValue: 1 << 27)
  static let languageFiller = WordKind(rawValue: 1 << 28)
  /// First word of a question in question order: `är`.
  static let asking = WordKind(rawValue: 1 << 29)
  /// Second word of a question in question order: `det`.
  static let asked = WordKind(rawValue: 1 << 30)
  /// `kod`: beside a code.
  static let code = WordKind(rawValue: 1 << 31)
  /// A number after it is a name, not a time: `buss 21`.
  static let numbered = WordKind(rawValue: 1 << 32)
  /// Asks politely for an extension, so that a question mark is no doubt.
  static let request = WordKind(rawValue: 1 << 33)
  /// Begins what a telephone writes when one of our texts was liked.
  static let reaction = WordKind(rawValue: 1 << 34)
}
