/// The texts that people read in these stories, word for word.
enum Words {
  static func started(_ time: String) -> String {
    "Trygghet VGR: Du är bevakad till \(time). OK när allt gått bra, +30 om du blir sen, "
      + "HJÄLP vid fara. Inget svar: vi ringer. Tel 070-174 06 99."
  }

  static func reminder(_ time: String) -> String {
    "Trygghet VGR: Sluttid \(time), om 10 min. Är allt bra: svara OK. Behöver du mer tid: +30. "
      + "Vid fara: HJÄLP eller ring 112."
  }

  static func due(_ time: String) -> String {
    "Trygghet VGR: Sluttiden \(time) har passerat. Vi ringer dig nu. Svara OK om allt är bra, "
      + "eller +30. Vid fara: ring 112."
  }

  static let missed =
    "Trygghet VGR: Vi har ringt utan att nå dig. Svara OK eller ring 070-174 06 99 genast. "
    + "Når vi dig inte kan vi larma polis."

  static func closed(_ clock: String) -> String {
    "Trygghet VGR: Tack, ditt OK kom \(clock). Bevakningen är avslutad."
  }

  static func closedLate(_ clock: String) -> String {
    "Trygghet VGR: Tack, ditt OK kom \(clock). Larmet har hunnit gå vidare. En operatör ringer "
      + "dig för att stämma av, svara gärna."
  }

  static func extended(_ time: String) -> String {
    "Trygghet VGR: Ny sluttid: \(time). Svara OK när allt gått bra, +30 om du blir sen igen, "
      + "HJÄLP vid fara."
  }

  static func help(_ clock: String) -> String {
    "Trygghet VGR: Larm mottaget \(clock). Vi söker en operatör nu. Vid akut fara: ring 112. "
      + "Skriv var du är. Svara TYST om vi inte ska ringa."
  }

  static func stopKept(_ time: String) -> String {
    "Trygghet VGR: Bevakningen till \(time) pågår än. Är allt bra: svara OK. Vill du slippa våra "
      + "sms: ring 070-174 06 99."
  }

  static let stranger =
    "Trygghet VGR: Numret är inte anslutet. Du är INTE bevakad. Ring 070-174 06 99. "
    + "Vid akut fara: ring 112."

  static let checkCall =
    "Trygghetscentralen här, ett automatiskt samtal. Är allt bra, tryck ett. Behöver du mer tid, "
    + "tryck två. Behöver du hjälp, tryck nio. Vill du tala med en operatör, tryck noll."

  static let thanks = "Tack. Bevakningen är avslutad. Hej då."
}
