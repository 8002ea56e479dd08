import Foundation

/// `/a1/calls`
enum ElksCalls {
  private static let defaultRingSeconds = 60
  private static let usedAddressLimit = 100_000

  static func place(_ form: FormFields, _ company: inout Company, at now: Date) -> LineAnswer {
    for key in ["from", "to", "voice_start"] where form[key] == nil {
      return .text("Missing key \(key)", status: 403)
    }
    let from = form["from"] ?? ""
    let to = form["to"] ?? ""
    noteBreaches(form, &company, at: now)
    if let refusal = refusal(from: from, to: to, form: form, company) {
      return .text(refusal, status: 403)
    }
    noteDoubles(to: to, hangUpURL: form["whenhangup"], &company, at: now)
    let script = ElksScript(
      start: form["voice_start"] ?? "", playResultWord: company.settings.playResultWord,
      whenHangUp: form["whenhangup"])
    let seconds = form["timeout"].flatMap { Int($0) } ?? defaultRingSeconds
    let call = Call(
      id: company.random.identifier(prefix: "c"), provider: .fortySixElks,
      direction: .outgoing, from: from, to: to, created: now,
      ringSeconds: Double(max(1, seconds)), script: script)
    company.useNumber(from, provider: .fortySixElks)
    company.ring(call, at: now)
    return .json(created(call))
  }

  private static func noteBreaches(_ form: FormFields, _ company: inout Company, at now: Date) {
    if E164.isEmergencyOrShort(form["to"] ?? "") {
      company.note(.emergencyNumberDialled, "a call to such a number", at: now)
    }
    if !company.isOurs(form["from"] ?? "") {
      company.note(.notOurNumber, "a call from a number not ours", at: now)
    }
    for key in ["voice_start", "whenhangup"] {
      guard let text = form[key], !isUsable(text, key: key) else { continue }
      company.note(.relativeURL, "\(key) is not absolute", at: now)
    }
  }

  private static func isUsable(_ text: String, key: String) -> Bool {
    WebAddress.isAbsolute(text) || (key == "voice_start" && text.hasPrefix("{"))
  }

  private static func refusal(
    from: String, to: String, form: FormFields, _ company: Company
  ) -> String? {
    guard E164.isValid(from), company.isOurs(from) else { return "Invalid from number" }
    guard E164.isValid(to), !E164.isEmergencyOrShort(to) else { return "Invalid to number" }
    guard E164.isSwedish(to) else { return "Calling this country is not allowed by default" }
    for key in ["voice_start", "whenhangup"] {
      if let text = form[key], !isUsable(text, key: key) {
        return "The \(key) you tried to use is not a valid URL"
      }
    }
    return company.balance > 0 ? nil : "Not enough credits, please top up the account"
  }

  private static func noteDoubles(
    to: String, hangUpURL: String?, _ company: inout Company, at now: Date
  ) {
    if let live = company.phones[to]?.liveCallID, let call = company.calls[live],
      !call.isIncoming, !call.isAcceptanceUnknown
    {
      company.note(
        .twoCallsForOneAttempt, "a call was placed while another to the phone lives", at: now)
    }
    guard let hangUpURL, hangUpURL.contains("?") else { return }
    if company.usedHangUpURLs.count >= usedAddressLimit { company.usedHangUpURLs.removeAll() }
    if !company.usedHangUpURLs.insert(hangUpURL).inserted {
      company.note(.twoCallsForOneAttempt, "the same whenhangup address twice", at: now)
    }
  }

  private static func created(_ call: Call) -> JSONValue {
    .object([
      ("id", .string(call.id)), ("direction", "outgoing"), ("from", .string(call.from)),
      ("to", .string(call.to)), ("created", .string(WireTime.microseconds(call.created))),
      ("state", "ongoing"),
    ])
  }

  static func list(_ query: FormFields, _ company: Company) -> LineAnswer {
    let calls = company.calls.newestFirst.lazy.filter { call in
      !call.isLeg && call.provider == .fortySixElks
        && (query["to"].map { $0 == call.to } ?? true)
    }
    return ElksPaging.page(calls, query, created: \.created) { json($0, company) }
  }

  static func show(_ id: String, _ company: Company) -> LineAnswer {
    guard let call = company.calls[id], !call.isLeg else {
      return .text("Not found", status: 404)
    }
    return .json(json(call, company))
  }

  static func delete(_ id: String, _ company: inout Company, at now: Date) -> LineAnswer {
    guard let call = company.calls[id], !call.isLive else {
      return .text("Not found", status: 404)
    }
    company.calls[id] = nil
    return .json(
      .object([("id", .string(id)), ("deleted", .string(WireTime.microseconds(now)))]))
  }

  private static func json(_ call: Call, _ company: Company) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("id", .string(call.id)), ("direction", .string(call.isIncoming ? "incoming" : "outgoing")),
      ("from", .string(call.from)), ("to", .string(call.to)),
      ("created", .string(WireTime.microseconds(call.created))),
      ("state", .string(ElksScript.stateWord(of: call))),
      ("timeout", .int(Int(call.ringSeconds))),
    ]
    if let answered = call.answeredAt {
      members.append(("start", .string(WireTime.microseconds(answered))))
      members.append(("duration", .int(call.durationSeconds ?? 0)))
      members.append(("cost", .int(ElksScript.cost)))
      let legs = call.legs.compactMap { company.calls[$0] }
      members.append(("legs", ElksScript.legs(of: call, joined: legs)))
      members.append(("actions", (call.script as? ElksScript)?.trailJSON ?? .array([])))
    }
    return .object(members)
  }
}
