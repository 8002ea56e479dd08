import CheckinFlows

/// Every text fits one message and keeps the rules, with this installation's name and number.
struct TextCheck {
  private let configuration: GatewayConfiguration

  /// The texts have room for so much of our number.
  private static let roomForNumber = 13

  init(_ configuration: GatewayConfiguration) {
    self.configuration = configuration
  }

  func findings() -> [ConfigurationFinding] {
    nameFindings() + numberFindings() + bookFindings()
  }

  private func nameFindings() -> [ConfigurationFinding] {
    let name = SMSText.normalised(configuration.serviceName)
    let foreign = SMSText.charactersOutsideGSM7(in: name)
    guard !foreign.isEmpty else { return [] }
    return [
      .error(
        "service.name holds signs that would double the price of every text. Use plain letters.",
        key: "service.name")
    ]
  }

  private func numberFindings() -> [ConfigurationFinding] {
    guard let number = configuration.numberToRing, number.national.count > Self.roomForNumber
    else { return [] }
    return [
      .warning(
        "Our number is longer than the texts have room for; some will take two messages.",
        key: "service.number")
    ]
  }

  private func bookFindings() -> [ConfigurationFinding] {
    Language.allCases.flatMap { language in
      let book = Phrasebook.inLanguage(language)
      return PhraseKey.allCases.compactMap { key -> ConfigurationFinding? in
        guard !TextRules.faults(in: book[key].source, for: key, language: language).isEmpty else {
          return nil
        }
        return .error(
          "The text \(language.rawValue)/\(key.rawValue) breaks the rules for texts. Install this "
            + "version anew.")
      }
    }
  }
}
