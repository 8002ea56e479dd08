/// Why an operator's order was not carried out. Nothing was changed by it.
public enum OperatorRefusal: Error, Hashable, Sendable {
  case howToWrite(OperatorVerb)
  /// Several cases are the operator's.
  case which([String])
  case nothingClaimed
  case noSuchCase(String)
  case noSuchPageCode
  /// Somebody else has it since then.
  case takenByOther(String, name: String, since: Instant)
  case alreadyClosed(String, at: Instant)
  /// The page code that takes it.
  case takeFirst(String, code: String)
  /// Only operators claim and work cases.
  case roleMayNot
  case codeMissing(OperatorVerb)
  case wrongCode
  case codesBlocked(until: Instant)
  case confirmSilentRing(String)
  case nobodyToRing(String)
  case numberNotDialable(String)
  case cardSwitchedOff
  case cardNeedsCode
  case refusedByCase(String, CaseRefusal)
  case refusedByWatch(String, WatchRefusal)

  func words(in times: TimeWords) -> String {
    switch times.language {
    case .swedish: swedish(times)
    case .english: english(times)
    }
  }
}
