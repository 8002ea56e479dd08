/// Short news to an operator about a case of theirs. No name, number or word of the person's: lock
/// screens are public.
public enum OperatorNewsWords {
  /// Others are paged again.
  public static func claimRanOut(reference: String, in language: Language) -> String {
    switch language {
    case .swedish:
      "Larm \(reference): ingenting har hänt, nu söks nästa. Svara koden för att ta det igen."
    case .english:
      "Alarm \(reference): nothing has happened, the next one is paged. Reply the code to take it again."
    }
  }

  /// To the outside path, and to those who answer for the service.
  public static func nobodyHasTaken(
    reference: String, settings: TextSettings, in language: Language
  ) -> String {
    let phone = settings.phoneNumber.national
    switch language {
    case .swedish:
      return
        "\(settings.serviceName) Larm \(reference) har inte tagits av någon operatör. Öppna konsolen eller ring \(phone)."
    case .english:
      return
        "\(settings.serviceName) Alarm \(reference) has not been taken by any operator. Open the console or call \(phone)."
    }
  }

  /// The service can store nothing; nobody must rely on it now.
  public static func storeBroken(settings: TextSettings, in language: Language) -> String {
    switch language {
    case .swedish:
      "\(settings.serviceName) DRIFTFEL: tjänsten kan inte lagra något. Håll koll på bevakningarna för hand och ring driften."
    case .english:
      "\(settings.serviceName) FAULT: the service cannot store anything. Keep the watches by hand and call the administrators."
    }
  }

  public static func words(
    _ news: CaseNews, reference: String, in language: Language
  ) -> String {
    switch language {
    case .swedish: "Larm \(reference): \(swedish(news))"
    case .english: "Alarm \(reference): \(english(news))"
    }
  }

  private static func swedish(_ news: CaseNews) -> String {
    switch news {
    case .signOfLife(let withCode):
      withCode ? "personen svarade OK med rätt kod." : "personen svarade OK, utan kod."
    case .duressCode: "TYST LARM. RING INTE och sms:a INTE personen."
    case .wrongCode(let count): "fel kod, \(count) gånger hittills."
    case .helpAgain(let silent):
      silent ? "hjälp begärd, TYST. RING INTE personen." : "hjälp begärd igen."
    case .extensionWish: "personen vill ha mer tid."
    case .callMe: "personen vill bli uppringd."
    case .message: "nytt sms från personen."
    case .dangerWords: "OROANDE SMS från personen."
    case .stop: "personen skrev STOPP."
    case .oldText: "ett försenat sms har kommit."
    case .notReached: "sluttiden har passerat, personen svarar inte."
    case .receiptLost: "ett kvitto nådde inte personen."
    case .newWatchWish: "personen bad om en ny bevakning."
    }
  }

  private static func english(_ news: CaseNews) -> String {
    switch news {
    case .signOfLife(let withCode):
      withCode ? "the person replied OK with the right code." : "the person replied OK, no code."
    case .duressCode: "SILENT. Do NOT call or text the person."
    case .wrongCode(let count): "wrong code, \(count) so far."
    case .helpAgain(let silent):
      silent ? "help asked for, SILENT. Do NOT call the person." : "help asked for again."
    case .extensionWish: "the person wants more time."
    case .callMe: "the person wants to be called."
    case .message: "new text from the person."
    case .dangerWords: "WORRYING TEXT from the person."
    case .stop: "the person wrote STOP."
    case .oldText: "a delayed text has arrived."
    case .notReached: "the end time has passed, the person does not answer."
    case .receiptLost: "a receipt did not reach the person."
    case .newWatchWish: "the person asked for a new watch."
    }
  }
}
