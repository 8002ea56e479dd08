import CheckinFlows

extension ActionRefusal {
  /// What to do about it, in words that hold no personal data.
  package var words: String {
    switch self {
    case .nameMissing: "Give a name."
    case .nameTaken: "The name is taken; choose another."
    case .numberUnreadable:
      "The number cannot be read. Write it as 070-174 06 05 or +46701740605."
    case .numberRefused(let reason): Self.words(reason)
    case .code(let reason): Self.words(reason)
    case .noSuchPerson: "There is no such person."
    case .personSuspended: "The person is suspended; only the authority may change that."
    case .personWithoutNumber: "The person has no number. Add one first."
    case .endNotInFuture: "The end time must lie in the future."
    case .noSuchWatch: "There is no such watch."
    case .noSuchCase: "There is no such case."
    case .watch(let reason): Self.words(reason)
    case .case(let reason): Self.words(reason)
    }
  }

  private static func words(_ reason: DiallingRefusal) -> String {
    switch reason {
    case .emergencyNumber: "An emergency number is never dialled or texted by this service."
    case .shortNumber: "Short numbers are not dialled."
    case .premiumNumber: "Premium numbers are not dialled."
    case .massCallNumber: "Mass-call numbers are not dialled."
    case .ownNumber: "This is the service's own number."
    case .countryNotAllowed: "Numbers of this country are not dialled; see service.countries."
    case .notANumberOfThatCountry: "The number has the wrong length for its country."
    }
  }

  private static func words(_ reason: CodeRefusal) -> String {
    switch reason {
    case .notFourToEightDigits: "A code has 4 to 8 digits."
    case .readsAsClockTime: "A code must not read as a time of day, such as 2130."
    case .duressCodeAlone: "A duress code needs a personal code beside it."
    case .tooAlike: "The two codes must differ in at least two positions."
    }
  }

  private static func words(_ reason: WatchRefusal) -> String {
    switch reason {
    case .notArmed: "The watch is a draft; arm it first."
    case .alreadyClosed: "The watch is closed."
    case .alreadyArmed: "The watch is armed already."
    case .heldByCase(let id): "Case \(id.reference) holds the watch; work through the case."
    case .reasonMissing: "Give a reason."
    case .endNotInFuture: "The end time must lie in the future."
    case .outcomeNotAllowed: "A watch ends so only when the case that holds it is closed."
    case .notAwaitingOperator: "Only a watch that awaits an operator gets further attempts."
    case .attemptRuns: "The call before has not ended yet."
    case .phoneMustStaySilent: "Nothing may start towards this phone: the alarm is silent."
    case .noSuchAttempt: "There is no such attempt."
    case .noSuchCase: "There is no such case."
    }
  }

  private static func words(_ reason: CaseRefusal) -> String {
    switch reason {
    case .alreadyClosed: "The case is closed."
    case .alreadyClaimed, .claimedByOther: "Somebody else has claimed the case."
    case .notClaimed: "Nobody has claimed the case; claim it first."
    case .reasonMissing: "Give a reason."
    case .establishedHowMissing: "Say how it was established: phone, onSite or misunderstanding."
    case .policeReferenceMissing: "Give the police reference, or say that none was given."
    case .timeInFuture: "The time lies in the future."
    case .exerciseNeverReachesPolice: "This is an exercise; it never reaches the police step."
    case .policeNotAlerted: "The police have not been alerted in this case."
    case .policeWereAlerted:
      "The police were alerted: tell them first, then close as needless, genuine or unknown."
    case .informingUnfinished: "Finish the list of those to inform, or waive it with a reason."
    case .noSuchRecipient: "Nobody of that kind is on the list."
    case .noWatchToExtend: "No watch is held by this case."
    case .endNotInFuture: "The end time must lie in the future."
    case .kindNotGraver: "The case is as grave already."
    case .outcomeNotAllowed: "Only an exercise ends as one."
    }
  }
}
