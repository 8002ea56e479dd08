/// What comes next, in a few words after its time.
public enum ForecastWords {
  public static func words(_ step: ForecastStep, in language: Language) -> String {
    switch language {
    case .swedish: swedish(step)
    case .english: english(step)
    }
  }

  private static func swedish(_ step: ForecastStep) -> String {
    switch step {
    case .reminder: "påminnelse"
    case .call(1): "sms och första samtalet"
    case .call(2): "sms och andra samtalet"
    case .call(let number): "sms och samtal nummer \(number)"
    case .operatorPage: "en operatör larmas"
    case .nextPage: "operatörerna söks igen, eller nästa söks"
    case .claimEnd: "operatörens ansvar går ut, nästa söks"
    }
  }

  private static func english(_ step: ForecastStep) -> String {
    switch step {
    case .reminder: "a reminder"
    case .call(1): "a text and the first call"
    case .call(2): "a text and the second call"
    case .call(let number): "a text and call number \(number)"
    case .operatorPage: "an operator is paged"
    case .nextPage: "the operators are paged again, or the next one"
    case .claimEnd: "the operator's claim runs out and the next one is paged"
    }
  }
}
