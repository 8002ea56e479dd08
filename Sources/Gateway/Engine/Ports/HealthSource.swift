/// What the health listener shows.
package protocol HealthSource: Sendable {
  /// Each check by its stable name; readiness is all of those that `isNeeded`.
  func checks() async -> [HealthCheck]
  /// Prometheus text format 0.0.4. No numbers or names of people as labels.
  func metrics() async -> String
}

package struct HealthCheck: Hashable, Sendable {
  package let name: String
  package let isFine: Bool
  /// False for what is shown but does not make the service unready, such as a provider's trouble.
  package let isNeeded: Bool
  package let text: String

  package init(name: String, isFine: Bool, isNeeded: Bool, text: String) {
    self.name = name
    self.isFine = isFine
    self.isNeeded = isNeeded
    self.text = text
  }
}
