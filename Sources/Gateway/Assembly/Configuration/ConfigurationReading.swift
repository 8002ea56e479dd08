import CheckinFlows
import Foundation

/// Reads typed values and gathers findings instead of stopping at the first.
struct ConfigurationReading {
  let values: ConfigurationValues
  var findings: [ConfigurationFinding] = []

  init(_ values: ConfigurationValues) {
    self.values = values
    self.findings = values.findings
  }

  mutating func whole(_ key: String, _ range: ClosedRange<Int>, _ fallback: Int) -> Int {
    guard let text = values.text(key) else { return fallback }
    guard let number = Int(text), range.contains(number) else {
      refuse(key, text, "a whole number from \(range.lowerBound) to \(range.upperBound)")
      return fallback
    }
    return number
  }

  mutating func seconds(_ key: String, _ fallback: Int) -> Int {
    guard let text = values.text(key) else { return fallback }
    guard let seconds = DurationText.seconds(text) else {
      refuse(key, text, "a duration such as 90s, 3m or 1h30m")
      return fallback
    }
    return seconds
  }

  mutating func decimal(_ key: String, _ fallback: Double) -> Double {
    guard let text = values.text(key) else { return fallback }
    guard let number = Double(text), number > 0 else {
      refuse(key, text, "a number above 0")
      return fallback
    }
    return number
  }

  mutating func truth(_ key: String, _ fallback: Bool) -> Bool {
    guard let text = values.text(key) else { return fallback }
    switch text.lowercased() {
    case "true", "yes", "on", "1": return true
    case "false", "no", "off", "0": return false
    default:
      refuse(key, text, "true or false")
      return fallback
    }
  }

  mutating func choice<Value: RawRepresentable & CaseIterable>(
    _ key: String, _ fallback: Value
  ) -> Value where Value.RawValue == String {
    guard let text = values.text(key) else { return fallback }
    guard let value = Value(rawValue: text.lowercased()) else {
      refuse(key, text, Value.allCases.map(\.rawValue).joined(separator: ", "))
      return fallback
    }
    return value
  }

  mutating func number(_ key: String) -> PhoneNumber? {
    guard let text = values.text(key) else { return nil }
    guard let number = PhoneNumber(e164: text) else {
      findings.append(
        .error("\(key) is not a number in E.164 form, such as +46701740699.", key: key))
      return nil
    }
    return number
  }

  mutating func needed(_ key: String) -> String {
    guard let text = values.text(key) else {
      let variable = ConfigurationKey.environmentName(of: key)
      findings.append(.error("\(key) is missing. Set the key or \(variable).", key: key))
      return ""
    }
    return text
  }

  /// The text of a secret is never repeated.
  private mutating func refuse(_ key: String, _ text: String, _ expected: String) {
    let shown = ConfigurationValues.key(named: key)?.isSecret == true ? "***" : text
    findings.append(.error("\(key) is \(shown); it must be \(expected).", key: key))
  }
}
