/// What is broken, in words for the page of a `fault` case. The stable names stand in the log.
public enum FaultWords {
  /// `name` is a stable fault name, with or without what it concerns after the last dot.
  public static func words(_ name: String, in language: Language) -> String? {
    let known = sentences.first { name == $0.name || name.hasPrefix($0.name + ".") }
    switch language {
    case .swedish: return known?.swedish
    case .english: return known?.english
    }
  }

  private static let sentences: [(name: String, swedish: String, english: String)] = [
    (
      "provider.unreachable", "teleleverantören svarar inte",
      "the telephone provider does not answer"
    ),
    (
      "provider.no-credit", "pengarna hos teleleverantören är slut",
      "no money left at the telephone provider"
    ),
    (
      "provider.credentials", "teleleverantören godtar inte vår inloggning",
      "the telephone provider refuses our login"
    ),
    (
      "provider.configuration", "teleleverantören godtar inte vårt nummer",
      "the telephone provider refuses our number"
    ),
    (
      "nobodyOnDuty", "ingen i jour går att nå medan någon är bevakad",
      "nobody on duty can be reached during a watch"
    ),
    ("clock.jumped", "serverns klocka har hoppat", "the server's clock has jumped"),
    ("disk.almost-full", "serverns disk är nästan full", "the server's disk is almost full"),
    (
      "step.missing", "en bevakning saknade nästa steg, se loggen",
      "a watch had no next step, see the log"
    ),
    ("step.late", "tjänsten hinner inte med, se loggen", "the service lags behind, see the log"),
    (
      "flow.stuck", "en bevakning eller ett larm går inte att läsa",
      "a watch or an alarm cannot be read"
    ),
    (
      "voice.prompts-missing", "samtal kan inte läsas upp, det saknas ljud",
      "calls have no words, sound files are missing"
    ),
    (
      "longOverdue", "bevakningar gick ut medan tjänsten stod still, se listan",
      "watches ran out while the service was down, see the list"
    ),
  ]
}
