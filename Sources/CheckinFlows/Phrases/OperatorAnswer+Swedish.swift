extension OperatorAnswer {
  func swedish(_ times: TimeWords, _ now: Instant) -> String {
    switch self {
    case .stillYours(let reference, let since, let minutes):
      Phrasebook.swedish[.claimed].filled([
        .reference: reference, .clock: times.clock(since), .minutes: "\(minutes)",
      ])
    case .released(let reference):
      "Larm \(reference) är släppt. Nu söks nästa."
    case .passedOn(let reference):
      "Larm \(reference) är skickat vidare. Nu söks nästa."
    case .bridgeOrdered(let reference):
      "Larm \(reference): vi ringer dig nu. Tryck 1 när du svarat, så ringer vi upp personen."
    case .noted(let reference, let until):
      "Noterat i larm \(reference). Du har det till \(times.clock(until)), sedan söks nästa."
    case .policeNoted(let reference, let at):
      "Larm \(reference): 112-samtalet \(times.clock(at)) är noterat. Avsluta med KLART \(reference), utfall, hur och din kod."
    case .stoodDown(let reference):
      "Larm \(reference): återkallat hos polisen är noterat. Avsluta med KLART \(reference) ONÖDIGT TELEFON och din kod."
    case .closed(let reference, let outcome, nil):
      "Larm \(reference) är avslutat: \(Self.swedish(outcome))."
    case .closed(let reference, let outcome, let end?):
      "Larm \(reference) är avslutat: \(Self.swedish(outcome)). Bevakningen till \(times.time(end, now: now)) pågår."
    case .extended(let reference, let end):
      "Larm \(reference) är avslutat, personen är nådd. Bevakad till \(times.time(end, now: now))."
    case .extendedBeside(let reference, let end):
      "Ny sluttid \(times.time(end, now: now)). Larm \(reference) är kvar, avsluta med KLART \(reference)."
    case .onDuty:
      "Du är i jour. JOUR AV när du går av."
    case .offDuty(let claims, let isNobodyLeft):
      "Du är inte i jour."
        + (claims.isEmpty
          ? ""
          : " Du har kvar \(OperatorPages.listed(claims, "och")): avsluta eller skicka vidare.")
        + (isNobodyLeft ? " OBS: ingen är i jour nu." : "")
    case .watches(let lines):
      Self.swedish(lines, times, now)
    case .people(let rota):
      Self.swedish(rota)
    case .card(let card):
      Self.swedish(card, times, now)
    case .commands:
      "Koden = ta. SKICKA, SLÄPP, RING, NOT, KORT, OK = nådd, +30, 112, ÅTERKALLA, KLART: t.ex. RING L12. LISTA. VEM. JOUR PÅ/AV."
    case .colleagueBlocked:
      "Fel kod tre gånger i sms från en operatörs telefon. Hör efter med kollegorna i jour och se loggen i konsolen."
    case .refused(let refusal):
      refusal.words(in: times)
    }
  }

  static func swedish(_ outcome: CaseOutcome) -> String {
    switch outcome {
    case .safe: "trygg"
    case .needless: "onödigt"
    case .genuine: "skarpt"
    case .unknown: "okänt"
    case .exercise: "övning"
    }
  }

  private static func swedish(_ lines: [OperatorWatchLine], _ times: TimeWords, _ now: Instant)
    -> String
  {
    guard !lines.isEmpty else { return "Ingen är bevakad just nu." }
    let shown = lines.map {
      "\($0.reference) \(times.time($0.end, now: now)) \(swedish($0.phase))"
    }
    return OperatorPages.list(shown) { "och \($0) till, se konsolen" }
  }

  private static func swedish(_ phase: WatchPhase) -> String {
    switch phase {
    case .draft: "utkast"
    case .armed: "bevakad"
    case .reminded: "påmind"
    case .overdue: "försenad"
    case .contacting: "rings upp"
    case .awaitingOperator: "larm"
    case .closed: "avslutad"
    }
  }

  private static func swedish(_ rota: OperatorRota) -> String {
    let onDuty =
      rota.onDuty.isEmpty
      ? "Ingen är i jour." : "I jour: \(rota.onDuty.joined(separator: ", "))."
    let cases = rota.cases.map { "\($0.reference): \($0.holder ?? "ingen har tagit det")" }
    return OperatorPages.list([onDuty] + cases) { "och \($0) till, se konsolen" }
  }

  private static func swedish(_ card: OperatorCard, _ times: TimeWords, _ now: Instant) -> String {
    var lines = ["\(card.reference) \(swedish(card.kind))"]
    lines.append("Namn: \(card.name ?? "okänt")")
    lines.append("Tel: \(card.number?.national ?? "okänt")")
    if let unit = card.unit { lines.append("Enhet: \(unit)") }
    if let end = card.end { lines.append("Sluttid: \(times.time(end, now: now))") }
    lines.append("Ringt: \(card.attempts) ggr utan svar")
    if let at = card.signOfLifeAt { lines.append("Livstecken: \(times.time(at, now: now))") }
    return OperatorPages.card(
      lines.joined(separator: "\n") + "\nEgna ord: ", card.note.isEmpty ? "-" : card.note)
  }

  private static func swedish(_ kind: CaseKind) -> String {
    switch kind {
    case .notReached: "NÅS INTE"
    case .sos: "HJÄLP"
    case .silentSOS, .duress: "TYST LARM, RING INTE"
    case .dangerWords: "OROANDE SMS"
    case .callback: "återuppringning"
    case .unclear: "oklart svar"
    case .fault: "driftfel"
    }
  }
}
