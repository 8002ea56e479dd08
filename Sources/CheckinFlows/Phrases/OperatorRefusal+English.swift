/// Every refusal says what to do instead.
extension OperatorRefusal {
  func english(_ times: TimeWords) -> String {
    switch self {
    case .howToWrite(let verb): "Nothing was changed. Write: \(Self.englishPattern(verb))"
    case .which(let references):
      "You have \(OperatorPages.listed(references, "and")). Say which, e.g. CALL \(references.first ?? "L12")."
    case .nothingClaimed:
      "You have no alarm. Take it with the code in the page, or write its reference, e.g. L12."
    case .noSuchCase(let reference):
      "\(reference) is no open alarm. Reply WHO to see which are open."
    case .noSuchPageCode:
      "No open alarm of yours has that code. Reply WHO to see which are open and who has them."
    case .takenByOther(let reference, let name, let since):
      Phrasebook.english[.alreadyTaken].filled([
        .reference: reference, .name: name, .clock: times.clock(since),
      ])
    case .alreadyClosed(let reference, let at):
      "Alarm \(reference) was closed at \(times.clock(at)). No action needed."
    case .takeFirst(let reference, let code):
      "Alarm \(reference) is not yours. Reply \(code) to take it, then write again."
    case .roleMayNot:
      "Only operators take and work alarms. Call an operator, or ask for the role. WHO shows who is on duty."
    case .codeMissing(let verb):
      "Nothing done, your own code is missing. Write: \(Self.englishPattern(verb))"
    case .wrongCode:
      "Nothing was changed. The code was wrong, write it all again with your own code last."
    case .codesBlocked(let until):
      "Your code is blocked in texts until \(times.clock(until)). Use the console, or PASS the alarm on. You call 112 as usual."
    case .confirmSilentRing(let reference):
      "SILENT ALARM: a call may give the person away. Call anyway? Reply CALL \(reference) ANYWAY and your code."
    case .nobodyToRing(let reference):
      "Alarm \(reference) has no number to call. Use your own phone or see the console."
    case .numberNotDialable(let reference):
      "Alarm \(reference): the number may not be called from here. Use your own phone, CARD shows it."
    case .cardSwitchedOff:
      "CARD by text is switched off here. Open it in the console, or have a colleague read it to you."
    case .cardNeedsCode:
      "CARD needs a code of your own and you have none. Open it in the console, and ask for a code."
    case .refusedByCase(let reference, let refusal):
      "Alarm \(reference): \(Self.english(refusal, reference))"
    case .refusedByWatch(let reference, let refusal):
      "Alarm \(reference): \(Self.english(refusal))"
    }
  }

  static func englishPattern(_ verb: OperatorVerb) -> String {
    switch verb {
    case .take: "the three digits in the page, e.g. 482."
    case .passOn: "PASS L12."
    case .release: "RELEASE L12."
    case .ring: "CALL L12, for a silent alarm CALL L12 ANYWAY and your code."
    case .note: "NOTE L12 and what has happened."
    case .reachedSafe: "OK L12 and your code, nothing more."
    case .extend: "+30 L12 and your code, or UNTIL 22:15 L12 and your code."
    case .police: "112 L12 21:47 K123-26 and your code, or NONE in place of the police's number."
    case .close:
      "CLOSE L12 SAFE, NEEDLESS, GENUINE, UNKNOWN or EXERCISE, then PHONE, SITE or MISUNDERSTANDING and your code."
    case .standDown: "RECALL L12 and your code."
    case .card: "CARD L12 and your code."
    case .duty: "DUTY ON or DUTY OFF."
    }
  }

  private static func english(_ refusal: CaseRefusal, _ reference: String) -> String {
    switch refusal {
    case .alreadyClosed: "closed already. No action needed."
    case .alreadyClaimed, .claimedByOther: "somebody else has it. Reply WHO to see who."
    case .notClaimed: "nobody has taken it. Take it with the code in the page."
    case .reasonMissing: "a reason is missing. Give it in the console."
    case .establishedHowMissing: "write also how it was settled: PHONE, SITE or MISUNDERSTANDING."
    case .policeReferenceMissing: "write the police's number, or NONE if you got none."
    case .timeInFuture: "the time is yet to come. Write when you called, e.g. 21:47."
    case .exerciseNeverReachesPolice:
      "this is an EXERCISE. Do not call 112. Finish with CLOSE \(reference) EXERCISE."
    case .policeNotAlerted:
      "112 is not noted. Write 112 \(reference) with the time first, or close as SAFE, GENUINE or UNKNOWN."
    case .policeWereAlerted:
      "the police were told. Call them first, write RECALL \(reference), then CLOSE \(reference) NEEDLESS PHONE."
    case .informingUnfinished:
      "not all who must be told have confirmed. Tick them in the console, or give a reason there."
    case .noSuchRecipient: "that recipient is not on the list. See the console."
    case .noWatchToExtend: "there is no watch to extend. Finish with CLOSE \(reference)."
    case .endNotInFuture: "that end time has passed. Write a later one, e.g. +30 \(reference)."
    case .kindNotGraver: "it is as grave already."
    case .outcomeNotAllowed: "this is no exercise. Choose SAFE, NEEDLESS, GENUINE or UNKNOWN."
    }
  }

  private static func english(_ refusal: WatchRefusal) -> String {
    switch refusal {
    case .notArmed: "the watch is a draft. Begin it in the console."
    case .alreadyClosed: "the watch is closed already."
    case .alreadyArmed: "the watch is on already."
    case .heldByCase(let id): "the watch is held by alarm \(id.reference). Work in that one."
    case .reasonMissing: "a reason is missing. Give it in the console."
    case .endNotInFuture: "that end time has passed. Write a later one."
    case .outcomeNotAllowed: "the watch ends so only with its alarm. Close the alarm."
    case .notAwaitingOperator: "the watch does not wait for an operator. See the console."
    case .attemptRuns: "a call is going on. Try again in a minute."
    case .phoneMustStaySilent: "SILENT ALARM. Nothing may go to the person's phone."
    case .noSuchAttempt: "there is no such call. See the console."
    case .noSuchCase: "there is no such alarm. Reply WHO."
    }
  }
}
