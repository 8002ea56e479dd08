/// Every metric that the gateway shows, under the prefix `gatewayd_`. A closed list: labels hold
/// names of providers, results and reasons, never numbers or names of people.
package enum EngineMetric: String, CaseIterable, Sendable {
  case watchesActive = "watches_active"
  case watchesOverdue = "watches_overdue"
  case casesOpen = "cases_open"
  case engineTickAgeSeconds = "engine_tick_age_seconds"
  case engineLatenessSeconds = "engine_lateness_seconds"
  case engineStepsFailed = "engine_steps_failed_total"
  case smsSent = "sms_sent_total"
  case smsDeliverySeconds = "sms_delivery_seconds"
  case smsReceived = "sms_received_total"
  case calls = "calls_total"
  case providerUp = "provider_up"
  case pages = "pages_total"
  case alarmTakeSeconds = "alarm_take_seconds"
  case alarms = "alarms_total"
  case auditFindings = "audit_findings_total"
  case inboundRepeats = "inbound_repeats_total"
  case inboundOrphans = "inbound_orphans_total"
  case outboxPossibleDuplicates = "outbox_possible_duplicates_total"
  case webhookRejected = "webhook_rejected_total"
  case sseClients = "sse_clients"
  case databaseTransactionSeconds = "db_transaction_seconds"
  case leader
  case backupLastSuccessTimestampSeconds = "backup_last_success_timestamp_seconds"
  case clockOffsetSeconds = "clock_offset_seconds"
  case buildInfo = "build_info"

  package enum Kind: String, Sendable {
    case counter
    case gauge
    case histogram
  }

  package var kind: Kind {
    switch self {
    case .engineLatenessSeconds, .smsDeliverySeconds, .alarmTakeSeconds,
      .databaseTransactionSeconds:
      .histogram
    case .engineStepsFailed, .smsSent, .smsReceived, .calls, .pages, .alarms, .auditFindings,
      .inboundRepeats, .inboundOrphans, .outboxPossibleDuplicates, .webhookRejected:
      .counter
    case .watchesActive, .watchesOverdue, .casesOpen, .engineTickAgeSeconds, .providerUp,
      .sseClients, .leader, .backupLastSuccessTimestampSeconds, .clockOffsetSeconds, .buildInfo:
      .gauge
    }
  }

  package var help: String {
    switch self {
    case .watchesActive: "Live watches."
    case .watchesOverdue: "Live watches whose end time has passed."
    case .casesOpen: "Cases that are not closed."
    case .engineTickAgeSeconds: "Seconds since the engine last looked for due steps."
    case .engineLatenessSeconds: "Time of a step or a request minus the time it was due."
    case .engineStepsFailed: "Due steps that could not be carried out and are tried again."
    case .smsSent: "Texts posted, by provider and result."
    case .smsDeliverySeconds: "Seconds from a text's request to its delivery report."
    case .smsReceived: "Texts received, by meaning."
    case .calls: "Calls posted, by provider and outcome."
    case .providerUp: "1 while a provider answers and can send."
    case .pages: "Pages to operators, by result."
    case .alarmTakeSeconds: "Seconds from a case's opening to its first claim."
    case .alarms: "Cases opened, by priority."
    case .auditFindings: "Breaches that the auditor found."
    case .inboundRepeats: "Inbound events that had been seen before."
    case .inboundOrphans: "Inbound events about nothing of ours."
    case .outboxPossibleDuplicates: "Items sent anew after an unknown outcome."
    case .webhookRejected: "Webhooks refused, by reason."
    case .sseClients: "Live pages that are connected."
    case .databaseTransactionSeconds: "Seconds that a write waited for its durable commit."
    case .leader: "1 in the process that runs the engine."
    case .backupLastSuccessTimestampSeconds: "When the latest backup succeeded."
    case .clockOffsetSeconds: "How far the wall clock has moved against the steady clock."
    case .buildInfo: "1, with the version as label."
    }
  }
}
