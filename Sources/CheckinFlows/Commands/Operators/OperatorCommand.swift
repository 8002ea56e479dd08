/// What an operator orders by text. `case` is nil where none was named: then the operator's only
/// claimed case is meant. `code` is the operator's own code, nil where it was left out.
public enum OperatorCommand: Equatable, Sendable {
  /// Claims a case by its page code alone.
  case take(code: String)
  case passOn(OperatorTarget?)
  case release(CaseID?)
  /// Asks for a bridge to the person.
  case ring(CaseID?)
  /// The second confirmation that a silent or duress case needs before the person is rung.
  case ringAnyway(CaseID?, code: String?)
  case note(CaseID?, text: String)
  /// The person was reached and is safe: closes the case and its watch.
  case reachedSafe(CaseID?, code: String?)
  case extend(CaseID?, minutes: Int, code: String?)
  case setEnd(CaseID?, end: Instant, code: String?)
  /// The operator's own call to 112, as a fact.
  case police(CaseID?, at: Instant, reference: PoliceReference, code: String?)
  case close(CaseID?, outcome: CaseOutcome, established: EstablishedHow?, code: String?)
  /// The police are called off, by the operator's own call.
  case standDown(CaseID?, code: String?)
  /// The handover card, by text.
  case card(CaseID?, code: String?)
  case list
  /// Who is on duty, and who has which case.
  case who
  case duty(isOn: Bool)
  case help
  /// The verb was understood and the rest was not: the reply says how it is written.
  case malformed(OperatorVerb, missing: OperatorHint)
}

/// A case by its reference or by its open page code.
public enum OperatorTarget: Equatable, Sendable {
  case reference(CaseID)
  case code(String)
}

/// The verbs, so that a reply can say how one is written.
public enum OperatorVerb: String, Equatable, CaseIterable, Sendable {
  case take, passOn, release, ring, note, reachedSafe, extend, police, close, standDown, card, duty
}

/// What was missing or could not be read.
public enum OperatorHint: Equatable, Sendable {
  case text, time, policeReference, outcome, minutes, onOrOff, code, surplus
}
