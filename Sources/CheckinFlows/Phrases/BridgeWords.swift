/// Why an operator and a person were not joined.
public enum BridgeFailure: String, CaseIterable, Sendable {
  /// Nobody's telephone rang, as far as we know.
  case notPlaced = "not-placed"
  /// The operator's own telephone was rung, and nobody picked up.
  case operatorNotReached = "operator-not-reached"
  /// The operator was on the line; the other side was busy or did not answer.
  case personNotReached = "person-not-reached"
}

/// A text to the operator who ordered the call: a call that comes to nothing must not look like
/// one that is still on its way.
public enum BridgeWords {
  public static func words(
    _ failure: BridgeFailure, reference: String, in language: Language
  ) -> String {
    switch language {
    case .swedish: "Larm \(reference): \(swedish(failure))"
    case .english: "Alarm \(reference): \(english(failure))"
    }
  }

  private static func swedish(_ failure: BridgeFailure) -> String {
    switch failure {
    case .notPlaced: "samtalet gick inte att koppla. Ring själv, eller svara RING igen."
    case .operatorNotReached: "vi ringde dig, men du svarade inte. Svara RING för att bli uppringd."
    case .personNotReached: "personen svarade inte när samtalet kopplades."
    }
  }

  private static func english(_ failure: BridgeFailure) -> String {
    switch failure {
    case .notPlaced: "the call could not be placed. Call yourself, or reply RING again."
    case .operatorNotReached: "we rang you, but you did not answer. Reply RING to be called."
    case .personNotReached: "the person did not answer when the call was put through."
    }
  }
}
