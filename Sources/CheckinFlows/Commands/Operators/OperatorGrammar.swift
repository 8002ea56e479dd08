/// Reads what an operator texts from their own registered number.
///
/// REF is a case's reference (`L12`) and may be left out by an operator with exactly one claimed
/// case. KOD is the operator's own code, 4–8 digits, always last. English verbs in brackets.
///
/// | Written | Order |
/// |---|---|
/// | `482`, `ta 482` (`take`) | take the case whose page has this code |
/// | `skicka [REF or page code]` (`pass`) | pass it on to the next operator |
/// | `släpp [REF]` (`release`) | give it back |
/// | `ring [REF]` (`call`) | a bridge to the person |
/// | `ring [REF] ändå KOD` (`anyway`) | the same to a silent or threatened person |
/// | `not [REF] text` (`note`) | write it down |
/// | `ok [REF] KOD` | reached and safe: closes the case and its watch |
/// | `+30 [REF] KOD`, `till 22.15 [REF] KOD` (`until`) | a new end time |
/// | `112 [REF] 21.47 K123-26 KOD`, `112 [REF] 21.47 utan KOD` (`none`) | 112 was rung |
/// | `klart [REF] utfall [hur] KOD` (`close`) | close with `trygg`/`säker`, `onödigt`, `skarpt`, `okänt` or `övning`, established by `telefon`, `på plats` or `missförstånd` |
/// | `återkalla [REF] KOD` (`recall`) | stand down the police call |
/// | `kort [REF] KOD` (`card`) | the handover card |
/// | `lista`, `vem`, `jour på`, `jour av` (`list`, `who`, `duty on`, `duty off`) | |
/// | `kommandon` (`commands`), `hjälp REF` | how to write |
///
/// A text that is no order gives nil and is read by the persons' grammar: an operator may be a
/// person in a watch of their own, and then `ok` and `hjälp` are theirs.
public enum OperatorGrammar {
  /// Reads one text; nil when it is not an order.
  public static func read(_ text: String, in context: OperatorContext) -> OperatorCommand? {
    var order = OperatorOrder(text, in: context)
    if let code = order.pageCode { return .take(code: code) }
    guard order.isForOperators else { return nil }
    if let plain = wordless(order) { return plain }
    guard let verb = order.takeVerb() else { return nil }
    if isPersonal(verb, order) { return nil }
    return command(verb, &order)
  }

  /// `ok`, `klart` and `+30` alone are what a person in a watch writes: without a reference they are
  /// an order only when the operator's code, or an outcome, stands beside them.
  private static func isPersonal(_ verb: OperatorVerb, _ order: OperatorOrder) -> Bool {
    guard !order.hasReference else { return false }
    var rest = order
    switch verb {
    case .reachedSafe, .extend: return rest.takeCode() == nil
    case .close: return rest.isEmpty
    case .take, .passOn, .release, .ring, .note, .police, .standDown, .card, .duty: return false
    }
  }

  /// Orders of one word, without reference or code.
  private static func wordless(_ order: OperatorOrder) -> OperatorCommand? {
    guard let word = order.onlyWord else { return nil }
    if OperatorWords.list.contains(word) { return .list }
    if OperatorWords.who.contains(word) { return .who }
    let isCry = OperatorWords.cries.contains(word)
    return OperatorWords.help.contains(word) && (!isCry || order.hasReference) ? .help : nil
  }

  private static func command(_ verb: OperatorVerb, _ order: inout OperatorOrder)
    -> OperatorCommand
  {
    switch verb {
    case .take: .malformed(.take, missing: .code)
    case .passOn: .passOn(order.target)
    case .release: .release(order.reference)
    case .ring: ring(&order)
    case .note: note(order)
    case .reachedSafe: reachedSafe(&order)
    case .extend: extend(&order)
    case .police: police(&order)
    case .close: close(&order)
    case .standDown: .standDown(order.reference, code: order.takeCode())
    case .card: .card(order.reference, code: order.takeCode())
    case .duty: duty(order)
    }
  }

  private static func ring(_ order: inout OperatorOrder) -> OperatorCommand {
    guard order.takeWord(in: OperatorWords.anyway) else { return .ring(order.reference) }
    return .ringAnyway(order.reference, code: order.takeCode())
  }

  private static func note(_ order: OperatorOrder) -> OperatorCommand {
    guard let text = order.remainingText else { return .malformed(.note, missing: .text) }
    return .note(order.reference, text: text)
  }

  /// Closing on doubt is never done: any word too many is asked about.
  private static func reachedSafe(_ order: inout OperatorOrder) -> OperatorCommand {
    let code = order.takeCode()
    guard order.isEmpty else { return .malformed(.reachedSafe, missing: .surplus) }
    return .reachedSafe(order.reference, code: code)
  }

  private static func extend(_ order: inout OperatorOrder) -> OperatorCommand {
    if let minutes = order.takeMinutes() {
      let code = order.takeCode()
      guard order.isEmpty else { return .malformed(.extend, missing: .surplus) }
      return .extend(order.reference, minutes: minutes, code: code)
    }
    let code = order.takeCode()
    guard let end = order.takeTime(), order.isEmpty else {
      return .malformed(.extend, missing: .minutes)
    }
    return .setEnd(order.reference, end: end, code: code)
  }

  private static func police(_ order: inout OperatorOrder) -> OperatorCommand {
    guard let at = order.takePoliceTime() else { return .malformed(.police, missing: .time) }
    let isNone = order.takeWord(in: OperatorWords.none)
    if isNone {
      let code = order.takeCode()
      guard order.isEmpty else { return .malformed(.police, missing: .surplus) }
      return .police(order.reference, at: at, reference: .noneGiven, code: code)
    }
    guard let (number, code) = order.policeReferenceAndCode() else {
      return .malformed(.police, missing: .policeReference)
    }
    return .police(order.reference, at: at, reference: .given(number), code: code)
  }

  private static func close(_ order: inout OperatorOrder) -> OperatorCommand {
    guard let outcome = order.take(from: OperatorWords.outcomes) else {
      return .malformed(.close, missing: .outcome)
    }
    let established = order.take(from: OperatorWords.established)
    let code = order.takeCode()
    guard order.isEmpty else { return .malformed(.close, missing: .surplus) }
    return .close(order.reference, outcome: outcome, established: established, code: code)
  }

  private static func duty(_ order: OperatorOrder) -> OperatorCommand {
    let words = order.tokens.filter { $0.kind == .word }
    guard words.count == 1, let isOn = OperatorWords.switches[words[0].folded] else {
      return .malformed(.duty, missing: .onOrOff)
    }
    return .duty(isOn: isOn)
  }
}
