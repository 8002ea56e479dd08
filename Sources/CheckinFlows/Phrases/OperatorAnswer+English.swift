extension OperatorAnswer {
  func english(_ times: TimeWords, _ now: Instant) -> String {
    switch self {
    case .stillYours(let reference, let since, let minutes):
      Phrasebook.english[.claimed].filled([
        .reference: reference, .clock: times.clock(since), .minutes: "\(minutes)",
      ])
    case .released(let reference):
      "Alarm \(reference) is released. The next one is paged now."
    case .passedOn(let reference):
      "Alarm \(reference) is passed on. The next one is paged now."
    case .bridgeOrdered(let reference):
      "Alarm \(reference): we call you now. Press 1 when you have answered, then we call the person."
    case .noted(let reference, let until):
      "Noted in alarm \(reference). It is yours until \(times.clock(until)), then the next one is paged."
    case .policeNoted(let reference, let at):
      "Alarm \(reference): the 112 call at \(times.clock(at)) is noted. Finish with CLOSE \(reference), outcome, how and your code."
    case .stoodDown(let reference):
      "Alarm \(reference): recalled with the police is noted. Finish with CLOSE \(reference) NEEDLESS PHONE and your code."
    case .closed(let reference, let outcome, nil):
      "Alarm \(reference) is closed: \(Self.english(outcome))."
    case .closed(let reference, let outcome, let end?):
      "Alarm \(reference) is closed: \(Self.english(outcome)). The watch until \(times.time(end, now: now)) goes on."
    case .extended(let reference, let end):
      "Alarm \(reference) is closed, the person was reached. Watched until \(times.time(end, now: now))."
    case .extendedBeside(let reference, let end):
      "New end time \(times.time(end, now: now)). Alarm \(reference) stays, finish with CLOSE \(reference)."
    case .onDuty:
      "You are on duty. DUTY OFF when you leave."
    case .offDuty(let claims, let isNobodyLeft):
      "You are off duty."
        + (claims.isEmpty
          ? "" : " You still have \(OperatorPages.listed(claims, "and")): close or pass on.")
        + (isNobodyLeft ? " NOTE: nobody is on duty now." : "")
    case .watches(let lines):
      Self.english(lines, times, now)
    case .people(let rota):
      Self.english(rota)
    case .card(let card):
      Self.english(card, times, now)
    case .commands:
      "The code = take. PASS, RELEASE, CALL, NOTE, CARD, OK = reached, +30, 112, RECALL, CLOSE: e.g. CALL L12. LIST. WHO. DUTY ON/OFF."
    case .colleagueBlocked:
      "Wrong code three times in texts from an operator's phone. Ask your colleagues on duty and see the log in the console."
    case .refused(let refusal):
      refusal.words(in: times)
    }
  }

  static func english(_ outcome: CaseOutcome) -> String {
    switch outcome {
    case .safe: "safe"
    case .needless: "needless"
    case .genuine: "genuine"
    case .unknown: "unknown"
    case .exercise: "exercise"
    }
  }

  private static func english(_ lines: [OperatorWatchLine], _ times: TimeWords, _ now: Instant)
    -> String
  {
    guard !lines.isEmpty else { return "Nobody is watched right now." }
    let shown = lines.map {
      "\($0.reference) \(times.time($0.end, now: now)) \(english($0.phase))"
    }
    return OperatorPages.list(shown) { "and \($0) more, see the console" }
  }

  private static func english(_ phase: WatchPhase) -> String {
    switch phase {
    case .draft: "draft"
    case .armed: "watched"
    case .reminded: "reminded"
    case .overdue: "overdue"
    case .contacting: "being called"
    case .awaitingOperator: "alarm"
    case .closed: "closed"
    }
  }

  private static func english(_ rota: OperatorRota) -> String {
    let onDuty =
      rota.onDuty.isEmpty
      ? "Nobody is on duty." : "On duty: \(rota.onDuty.joined(separator: ", "))."
    let cases = rota.cases.map { "\($0.reference): \($0.holder ?? "not taken")" }
    return OperatorPages.list([onDuty] + cases) { "and \($0) more, see the console" }
  }

  private static func english(_ card: OperatorCard, _ times: TimeWords, _ now: Instant) -> String {
    var lines = ["\(card.reference) \(english(card.kind))"]
    lines.append("Name: \(card.name ?? "unknown")")
    lines.append("Tel: \(card.number?.national ?? "unknown")")
    if let unit = card.unit { lines.append("Unit: \(unit)") }
    if let end = card.end { lines.append("End time: \(times.time(end, now: now))") }
    lines.append("Called: \(card.attempts) times, no answer")
    if let at = card.signOfLifeAt { lines.append("Sign of life: \(times.time(at, now: now))") }
    return OperatorPages.card(
      lines.joined(separator: "\n") + "\nOwn words: ", card.note.isEmpty ? "-" : card.note)
  }

  private static func english(_ kind: CaseKind) -> String {
    switch kind {
    case .notReached: "NOT REACHED"
    case .sos: "HELP"
    case .silentSOS, .duress: "SILENT ALARM, DO NOT CALL"
    case .dangerWords: "WORRYING TEXT"
    case .callback: "call back"
    case .unclear: "unclear reply"
    case .fault: "fault in the service"
    }
  }
}
