import CheckinFlows

extension StoryWorld {
  func act(_ deed: String, operatorAt index: Int) -> String? {
    let actor = Actor.operator(operators[index].id)
    switch deed {
    case "comes on duty", "goes off duty":
      operators[index].isOnDuty = deed == "comes on duty"
      for index in cases.indices { apply(.ladderChanged, toCaseAt: index) }
      return nil
    default:
      break
    }
    let (verb, rest) = deed.cut(at: " L")
    let (digits, tail) = rest.cut(at: " ")
    guard let number = Int64(digits) else { return "no case in “\(deed)”" }
    let id = CaseID(rawValue: number)
    guard let event = event(verb, tail, by: actor, id: operators[index].id) else {
      return "an operator does not “\(deed)”"
    }
    apply(event, to: id)
    return nil
  }

  private func event(_ verb: String, _ tail: String, by actor: Actor, id: OperatorID)
    -> CaseEvent?
  {
    switch verb {
    case "claims": return .claim(actor)
    case "releases": return .release(actor)
    case "passes on": return .passOn(id)
    case "works on": return .work(.act, actor)
    case "cannot be rung for": return .pageCall(id, .refused)
    case "alerts the police for": return .work(policeWork(tail), actor)
    case "stands down the police for": return .work(.standDown(at: now), actor)
    case "closes": return closing(tail).map { .work($0, actor) }
    case "gives more time in": return moreTime(tail).map { .work($0, actor) }
    default: return nil
    }
  }

  /// `with reference K123-26`, or `without reference`.
  private func policeWork(_ tail: String) -> CaseWork {
    let (_, reference) = tail.cut(at: "with reference ")
    return .alertPolice(
      at: now, tail == "without reference" ? .noneGiven : .given(reference))
  }

  /// `as safe by phone: reached her at home`.
  private func closing(_ tail: String) -> CaseWork? {
    let (how, reason) = tail.cut(at: ": ")
    let (outcome, established) = how.cut(at: " by ")
    return CaseOutcome(rawValue: String(outcome.dropFirst("as ".count))).map {
      .close($0, EstablishedHow(rawValue: established), reason: reason)
    }
  }

  /// `until 23:00: she is still in the meeting`.
  private func moreTime(_ tail: String) -> CaseWork? {
    let (until, reason) = tail.cut(at: ": ")
    let clock = String(until.dropFirst("until ".count))
    guard let minute = StoryClock.minuteOfDay(clock) else { return nil }
    let today = zone.wallClock(at: now).date
    return .extendWatch(
      end: zone.instant(on: today, minuteOfDay: minute, after: now), reason: reason)
  }
}
