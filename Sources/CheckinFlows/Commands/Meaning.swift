/// What a person's text asks for. The times are absolute; the reply reads them back.
public enum Meaning: Equatable, Sendable {
  case start(end: Instant)
  /// Moves a live watch's end, earlier or later. `Watch` keeps the limits of an extension.
  case set(end: Instant)
  /// Counts from the later of now and the end time.
  case extend(minutes: Int)
  /// Closing words, from a person without codes. `Watch` may still want it twice.
  case close
  /// The right code, with or without closing words.
  case closeWithCode
  /// The duress code, anywhere: answered exactly as the right code would be.
  case closeDuress
  case wrongPin
  /// Closing words without the code, from a person who has one.
  case needPin
  /// Help. With a readable time and no live watch it also starts one.
  case sos(start: Instant?)
  /// Help, and the phone must stay silent.
  case silentSos
  /// Words of danger in a live watch: priority 1, and nothing is closed, extended or set.
  case noteDanger
  /// Words of danger, no watch and no readable start time.
  case unknownDanger
  case note
  case unknown
  case ambiguous
  case askTime
  case askDay(time: Instant)
  case past(time: Instant)
  case tooSoon(time: Instant)
  case tooLong(time: Instant)
  case noWatch
  case status
  case info
  case test
  case callMe
  case optOutAsk
  case stopKept
  case enrol
  case language(Language)
}

/// A text, read.
public struct Reading: Equatable, Sendable {
  public var meaning: Meaning
  /// The sender's own letters: for `start`, `set` and `askTime` what is left beside time and keyword,
  /// for `note`, `unknown` and the two danger meanings the whole text; nil where nothing is left.
  public var note: String?
  /// The text holds words of danger. Beside `start` the note is shown with priority 2.
  public var isDangerous = false
  /// Nothing but thanks and courtesy ("tack"): logged, and answered with nothing.
  public var isBareThanks = false

  public init(
    _ meaning: Meaning, note: String? = nil, isDangerous: Bool = false, isBareThanks: Bool = false
  ) {
    self.meaning = meaning
    self.note = note
    self.isDangerous = isDangerous
    self.isBareThanks = isBareThanks
  }
}
