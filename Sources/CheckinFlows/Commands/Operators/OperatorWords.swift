/// The operators' words, in both languages, without dots.
enum OperatorWords {
  static let verbs: [String: OperatorVerb] = table([
    (.take, "ta tar take"),
    (.passOn, "skicka vidare pass forward"),
    (.release, "slapp slapper release"),
    (.ring, "ring call"),
    (.note, "not notera anteckna note"),
    (.reachedSafe, "ok okej okay"),
    (.extend, "forlang extend till until"),
    (.police, "112 polis police"),
    (.close, "klart klar stang close done"),
    (.standDown, "aterkalla avblas standdown recall"),
    (.card, "kort card"),
    (.duty, "jour duty"),
  ])

  static let outcomes: [String: CaseOutcome] = table([
    (.safe, "saker trygg safe"),
    (.needless, "onodigt onodig needless"),
    (.genuine, "skarpt skarp genuine real"),
    (.unknown, "okant okand unknown"),
    (.exercise, "ovning exercise drill"),
  ])

  static let established: [String: EstablishedHow] = table([
    (.phone, "telefon tfn phone"),
    (.onSite, "plats site onsite"),
    (.misunderstanding, "missforstand misunderstanding"),
  ])

  static let list: Set<String> = ["lista", "list"]
  static let who: Set<String> = ["vem", "who"]
  static let help: Set<String> = ["hjalp", "help", "kommandon", "commands"]
  /// Without a reference beside them these are a cry for help, an operator's too.
  static let cries: Set<String> = ["hjalp", "help"]
  static let anyway: Set<String> = ["anda", "anyway"]
  static let none: Set<String> = ["utan", "none", "without"]
  static let switches: [String: Bool] = ["pa": true, "on": true, "av": false, "off": false]
  static let fillers: Set<String> = [
    "pa", "on", "by", "via", "den", "the", "vidare", "min", "tack",
  ]

  private static func table<Value>(_ rows: [(Value, String)]) -> [String: Value] {
    var table: [String: Value] = [:]
    for (value, words) in rows {
      for word in words.split(separator: " ") { table[String(word)] = value }
    }
    return table
  }
}
