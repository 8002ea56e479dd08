/// Every refusal says what to do instead.
extension OperatorRefusal {
  func swedish(_ times: TimeWords) -> String {
    switch self {
    case .howToWrite(let verb): "Inget ändrades. Skriv: \(Self.swedishPattern(verb))"
    case .which(let references):
      "Du har \(OperatorPages.listed(references, "och")). Skriv vilket, t.ex. RING \(references.first ?? "L12")."
    case .nothingClaimed:
      "Du har inget larm. Ta det med koden i sökningen, eller skriv larmets nummer, t.ex. L12."
    case .noSuchCase(let reference):
      "\(reference) är inget öppet larm. Svara VEM så ser du vilka som är öppna."
    case .noSuchPageCode:
      "Inget öppet larm hos dig har den koden. Svara VEM så ser du vilka som är öppna och vem som har dem."
    case .takenByOther(let reference, let name, let since):
      Phrasebook.swedish[.alreadyTaken].filled([
        .reference: reference, .name: name, .clock: times.clock(since),
      ])
    case .alreadyClosed(let reference, let at):
      "Larm \(reference) avslutades \(times.clock(at)). Du behöver inte göra något."
    case .takeFirst(let reference, let code):
      "Du har inte larm \(reference). Svara \(code) för att ta det, och skriv sedan om."
    case .roleMayNot:
      "Bara operatörer tar och sköter larm. Ring en operatör, eller be om rollen. VEM visar jouren."
    case .codeMissing(let verb):
      "Inget ändrades: din egen kod saknas. Skriv: \(Self.swedishPattern(verb))"
    case .wrongCode: "Inget ändrades. Koden stämde inte, skriv om allt med din egen kod sist."
    case .codesBlocked(let until):
      "Din kod är spärrad i sms till \(times.clock(until)). Använd konsolen, eller SKICKA larmet vidare. 112 ringer du som vanligt."
    case .confirmSilentRing(let reference):
      "TYST LARM: ett samtal kan röja personen. Ring ändå? Svara RING \(reference) ÄNDÅ och din kod."
    case .nobodyToRing(let reference):
      "Larm \(reference) har inget nummer att ringa. Ring från egen telefon eller se konsolen."
    case .numberNotDialable(let reference):
      "Larm \(reference): numret får inte ringas härifrån. Ring från egen telefon, KORT visar det."
    case .cardSwitchedOff:
      "KORT i sms är avstängt här. Öppna kortet i konsolen, eller be en kollega läsa upp det."
    case .cardNeedsCode:
      "KORT kräver en egen kod och du har ingen. Öppna kortet i konsolen, och be om en kod till nästa gång."
    case .refusedByCase(let reference, let refusal):
      "Larm \(reference): \(Self.swedish(refusal, reference))"
    case .refusedByWatch(let reference, let refusal):
      "Larm \(reference): \(Self.swedish(refusal))"
    }
  }

  static func swedishPattern(_ verb: OperatorVerb) -> String {
    switch verb {
    case .take: "de tre siffrorna i sökningen, t.ex. 482."
    case .passOn: "SKICKA L12."
    case .release: "SLÄPP L12."
    case .ring: "RING L12, vid tyst larm RING L12 ÄNDÅ och din kod."
    case .note: "NOT L12 och vad som hänt."
    case .reachedSafe: "OK L12 och din kod, inget mer."
    case .extend: "+30 L12 och din kod, eller TILL 22.15 L12 och din kod."
    case .police: "112 L12 21.47 K123-26 och din kod, eller UTAN i stället för polisens nummer."
    case .close:
      "KLART L12 TRYGG, ONÖDIGT, SKARPT, OKÄNT eller ÖVNING, sedan TELEFON, PLATS eller MISSFÖRSTÅND och din kod."
    case .standDown: "ÅTERKALLA L12 och din kod."
    case .card: "KORT L12 och din kod."
    case .duty: "JOUR PÅ eller JOUR AV."
    }
  }

  private static func swedish(_ refusal: CaseRefusal, _ reference: String) -> String {
    switch refusal {
    case .alreadyClosed: "redan avslutat. Du behöver inte göra något."
    case .alreadyClaimed, .claimedByOther: "någon annan har det. Svara VEM så ser du vem."
    case .notClaimed: "ingen har tagit det. Ta det med koden i sökningen."
    case .reasonMissing: "skäl saknas. Skriv det i konsolen."
    case .establishedHowMissing:
      "skriv också hur det blev klart: TELEFON, PLATS eller MISSFÖRSTÅND."
    case .policeReferenceMissing: "skriv polisens nummer, eller UTAN om du inget fick."
    case .timeInFuture: "tiden har inte varit än. Skriv när du ringde, t.ex. 21.47."
    case .exerciseNeverReachesPolice:
      "det är en ÖVNING. Ring inte 112. Avsluta med KLART \(reference) ÖVNING."
    case .policeNotAlerted:
      "112 är inte noterat. Skriv 112 \(reference) med tid först, eller avsluta som TRYGG, SKARPT eller OKÄNT."
    case .policeWereAlerted:
      "polisen är vidtalad. Ring dem först, skriv ÅTERKALLA \(reference), sedan KLART \(reference) ONÖDIGT TELEFON."
    case .informingUnfinished:
      "alla som ska underrättas har inte bekräftat. Bocka av dem i konsolen, eller ange skäl där."
    case .noSuchRecipient: "mottagaren finns inte på listan. Se konsolen."
    case .noWatchToExtend: "ingen bevakning att förlänga. Avsluta med KLART \(reference)."
    case .endNotInFuture: "sluttiden har redan varit. Skriv en senare tid, t.ex. +30 \(reference)."
    case .kindNotGraver: "det är redan lika allvarligt."
    case .outcomeNotAllowed: "det är ingen övning. Välj TRYGG, ONÖDIGT, SKARPT eller OKÄNT."
    }
  }

  private static func swedish(_ refusal: WatchRefusal) -> String {
    switch refusal {
    case .notArmed: "bevakningen är ett utkast. Starta den i konsolen."
    case .alreadyClosed: "bevakningen är redan avslutad."
    case .alreadyArmed: "bevakningen pågår redan."
    case .heldByCase(let id): "bevakningen hålls av larm \(id.reference). Arbeta i det larmet."
    case .reasonMissing: "skäl saknas. Skriv det i konsolen."
    case .endNotInFuture: "sluttiden har redan varit. Skriv en senare tid."
    case .outcomeNotAllowed: "bevakningen slutar så bara med sitt larm. Avsluta larmet."
    case .notAwaitingOperator: "bevakningen väntar inte på operatör. Se konsolen."
    case .attemptRuns: "ett samtal pågår redan. Försök om en minut."
    case .phoneMustStaySilent: "TYST LARM. Inget får gå till personens telefon."
    case .noSuchAttempt: "samtalet finns inte. Se konsolen."
    case .noSuchCase: "larmet finns inte. Svara VEM."
    }
  }
}
