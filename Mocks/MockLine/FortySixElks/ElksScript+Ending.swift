import Foundation

extension ElksScript {
  /// `whenhangup`: `id` here (not `callid`), and what only an answered call has as JSON text.
  func ending(of call: Call) -> (url: String, fields: FormFields)? {
    guard let url = hangUpURL, !url.isEmpty else { return nil }
    var fields = FormFields([
      ("id", call.id), ("direction", call.isIncoming ? "incoming" : "outgoing"),
      ("from", call.from), ("to", call.to),
      ("created", WireTime.microseconds(call.created)),
    ])
    if let answered = call.answeredAt {
      fields.append("start", WireTime.microseconds(answered))
      fields.append("duration", String(call.durationSeconds ?? 0))
      fields.append("cost", String(Self.cost))
      fields.append("actions", trailJSON.text)
      fields.append("legs", Self.legs(of: call, joined: []).text)
    }
    fields.append("state", Self.stateWord(of: call))
    return (url, fields)
  }

  /// `record` posts to its own address unless the recording stays with 46elks (`local/…`).
  func recordingReport(
    of call: Call, seconds: Int, at now: Date
  ) -> (url: String, fields: FormFields)? {
    guard let url = recordingURL, WebAddress.isAbsolute(url) else { return nil }
    let fields = FormFields([
      ("callid", call.id), ("created", WireTime.microseconds(now)),
      ("duration", String(seconds)),
      ("wav", "https://api.46elks.com/a1/recordings/\(call.id)-r0.wav"),
      ("from", call.from), ("to", call.to),
      ("direction", call.isIncoming ? "incoming" : "outgoing"),
    ])
    return (url, fields)
  }

  static func stateWord(of call: Call) -> String {
    switch call.phase {
    case .ringing, .answered: "ongoing"
    case .ended(.completed): "success"
    case .ended(.busy): "busy"
    case .ended(.noAnswer), .ended(.rejected), .ended(.failed): "failed"
    }
  }

  static func legs(of call: Call, joined: [Call]) -> JSONValue {
    .array(
      ([call] + joined).map { leg in
        .object([
          ("duration", .int(leg.durationSeconds ?? 0)), ("to", .string(leg.to)),
          ("state", .string(stateWord(of: leg))), ("from", .string(leg.from)),
        ])
      })
  }
}
