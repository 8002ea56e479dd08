/// Words of danger. In a live watch one of them is enough to page everybody on duty.
enum DangerWords {
  /// Beginnings. A dot may be missing in what was typed, but none may be added: `rån` is found in
  /// `ranad` and not in `rand`, because those that read otherwise without dots stand in `without`.
  static let stems: [String] =
    words(
      """
      förfölj hota hotf rädd kniv vapen pistol skjut slå slag misshandl inlåst insparr inspärr skad
      blöd våld rån fara farlig polis ambulans jagad jagas attack anfall kidnapp gevär bomb våldt
      threat scared afraid frighten terrified knife weapon pistol shoot stabb punch assault
      trapped hurt injur wound bleed violen robbe stalk abduct police ambulance beaten beating
      """)

  /// Whole words.
  static let whole: Set<String> = Set(
    words(
      """
      hot hotet hoten hotelse hotelser hotbild sla slar slass slog slagen slagit rana ranad ranade
      ranar ranet vald valdet blod guns shot stab stabs blood rape raped slogs robs
      """
    ).map(Folding.folded))

  /// Harmless words that begin like a stem once their dots are gone.
  static let without: Set<String> = Set(
    words(
      """
      slapp slappa slappt slappte slapper sladd slask slalom slav slank slakt slang
      rand rang rank ranka ransla vald valda valdag valdagen valdagar ranson rane
      slat slatt slatta slant slanka slamsig slam slade slagga
      """
    ).map(Folding.folded))

  /// Words in a row; `*` at the end means "begins with".
  static let phrases: [[String]] = phrases(
    """
    följer efter|följt efter|följde efter|följa efter|följer mig|följer oss
    kan inte prata|kan ej prata|kan inte tala|kan inte svara|kan inte ringa|kan ej tala
    ring inte|ring ej|ring icke|ring mig inte|ring mej inte|ring absolut inte|svara inte|svara ej|vågar inte
    following me|following us|follows me|follows us|followed me|being followed|followed by
    cant talk|cannot talk|can not talk|cant speak|cannot speak|can not speak|dont call
    do not call|dont ring|do not ring|dont answer|do not answer|dont phone|cant answer
    locked in|locked up|locked me|hit me|hits me|hitting me|beat me|beats me|a gun|has gun
    in danger|attacked
    """)

  private static func words(_ list: String) -> [String] {
    list.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static func phrases(_ list: String) -> [[String]] {
    list.split { $0 == "|" || $0 == "\n" }
      .map { $0.split(separator: " ").map { Folding.folded(String($0)) } }
  }
}
