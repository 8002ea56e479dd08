package import CheckinFlows
import Foundation
import GatewayEngine

extension GatewayConfiguration {
  /// The number that texts name: the configured one, or the first provider's.
  package var numberToRing: PhoneNumber? { serviceNumber ?? providers.first?.number }

  /// The rule that says which numbers may be registered and dialled.
  package var diallingRule: DiallingRule {
    let own = providers.map(\.number) + [serviceNumber].compactMap(\.self)
    return DiallingRule(allowedCountries: countries, ownNumbers: Set(own))
  }

  /// For commands. Where no number is configured one of those set aside for fiction stands in,
  /// and the commands refuse to order texts.
  func flowsForCommands() throws -> FlowRunner.Configuration {
    guard let number = numberToRing ?? PhoneNumber(e164: "+46701740699"),
      let zone = TimeZone(identifier: timeZone)
    else { throw AdministrationRefused("service.timezone is not a known zone.") }
    let texts = TextSettings(serviceName: serviceName, phoneNumber: number, zone: zone)
    var flows = FlowRunner.Configuration(texts: texts, diallingRule: diallingRule)
    switch outside {
    case .none: break
    case .numbers(let numbers): flows.outsideNumbers = numbers
    case .command(let command): flows.outsideCommands = [command]
    }
    return flows
  }
}
