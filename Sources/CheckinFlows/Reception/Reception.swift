/// What a text does, given what it means and whose number it came from.
///
/// Decides nothing of a live watch itself: that is `Watch.apply`.
public struct Reception: Sendable {
  let caller: Caller
  let text: IncomingText
  let now: Instant
  let surroundings: ReceptionSurroundings

  public static func decide(
    _ text: IncomingText, from caller: Caller, at now: Instant,
    in surroundings: ReceptionSurroundings
  ) -> [ReceptionDecision] {
    Reception(caller: caller, text: text, now: now, surroundings: surroundings).decide()
  }

  private func decide() -> [ReceptionDecision] {
    switch caller.identity {
    case .ourselves:
      return [.logOnly(.fromOurselves)]
    case .alphanumeric:
      return fromAlphanumeric()
    case .stranger(let openCases):
      return fromStranger(openCases)
    case .paused(let situation):
      return fromPaused(situation)
    case .person(let situation):
      return fromPerson(situation)
    case .shared(let situations):
      return fromShared(situations)
    }
  }

  private func fromPerson(_ situation: Situation) -> [ReceptionDecision] {
    if let silentCase = situation.silentCase {
      return duringSilence(situation, silentCase)
    }
    if let watch = situation.visibleWatch {
      return duringWatch(watch, of: situation.person)
    }
    return withoutWatch(situation)
  }

  private func fromPaused(_ situation: Situation) -> [ReceptionDecision] {
    if situation.silentCase != nil || situation.visibleWatch != nil {
      return fromPerson(situation)
    }
    let paused = limited(.paused)
    return alarm(
      person: situation.person, openCases: situation.openCases, replyToDuress: paused) ?? paused
  }

  private func fromStranger(_ openCases: [OpenCase]) -> [ReceptionDecision] {
    if let alarm = alarm(person: nil, openCases: openCases) { return alarm }
    let reply: ReceptionDecision =
      caller.replies.strangerWasAnswered
      ? .logOnly(.strangerAnsweredAlready) : .replyToStranger(.stranger)
    guard text.reading.meaning == .callMe else { return [reply] }
    return showOperators(.callMe, kind: .callback, person: nil, openCases) + [reply]
  }

  private func fromAlphanumeric() -> [ReceptionDecision] {
    let alarm = alarm(person: nil, openCases: [])?.filter { !$0.isReply } ?? []
    return [.logOnly(.fromAlphanumeric)] + alarm
  }
}

extension ReceptionDecision {
  /// Whether it sends a text back.
  public var isReply: Bool {
    switch self {
    case .reply, .replyWithoutCommand, .replyToStranger: true
    case .startWatch, .tellWatch, .openCase, .tellCase, .upgradeCase, .setLanguage, .enrol,
      .logOnly:
      false
    }
  }
}
