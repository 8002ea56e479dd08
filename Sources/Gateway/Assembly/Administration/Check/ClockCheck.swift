import CheckinFlows
import Foundation

/// Promises are kept by the wall clock: it must be right, and so must the rules of the zone.
struct ClockCheck {
  let zone: String

  /// This program is not older; a clock before it is wrong.
  private static let earliest = Instant(milliseconds: 1_767_225_600_000)

  func findings(at now: Instant) -> [ConfigurationFinding] {
    zoneFindings() + timeFindings(now)
  }

  /// An unknown zone is found when the configuration is read.
  private func zoneFindings() -> [ConfigurationFinding] {
    guard zone == "Europe/Stockholm", TenantZone(identifier: zone)?.isComplete != true else {
      return []
    }
    return [.error("This machine has no rules for summer time. Install tzdata.")]
  }

  private func timeFindings(_ now: Instant) -> [ConfigurationFinding] {
    guard now < Self.earliest else { return [] }
    return [.error("The clock of this machine is years behind. Set it, and keep it with NTP.")]
  }
}
