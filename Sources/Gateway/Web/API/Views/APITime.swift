import CheckinFlows

/// Times as the interface writes them: ISO 8601 with the tenant's offset.
struct APITime: Sendable {
  let zone: TenantZone

  func text(_ instant: Instant) -> String { zone.iso8601(instant) }

  func text(_ instant: Instant?) -> String? { instant.map(zone.iso8601) }
}
