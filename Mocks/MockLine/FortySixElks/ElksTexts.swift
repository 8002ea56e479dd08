import Foundation

/// `/a1/sms`
enum ElksTexts {
  private static let costPerPart = 5200
  /// The longest text that is taken, in parts.
  private static let partsLimit = 10

  static func send(_ form: FormFields, _ company: inout Company, at now: Date) -> LineAnswer {
    for key in ["from", "to", "message"] where form[key] == nil {
      return .text("Missing key \(key)", status: 403)
    }
    let from = form["from"] ?? ""
    let to = form["to"] ?? ""
    let message = form["message"] ?? ""
    let breaches = breaches(from: from, to: to, form: form, company)
    company.note(breaches, at: now)
    if let refusal = refusal(from: from, to: to, message: message, form: form, company) {
      return .text(refusal, status: 403)
    }
    let parts = TextLength.parts(of: message)
    let text = TextMessage(
      id: company.random.identifier(prefix: "s"), provider: .fortySixElks, direction: .outgoing,
      from: from, to: to, message: message, created: now, parts: parts,
      cost: parts * costPerPart, reportURL: form["whendelivered"],
      isMessageHidden: form["dontlog"] == "message", isFlash: form["flashsms"] == "yes")
    guard form["dryrun"] != "yes" else { return .json(created(text, isDryRun: true)) }
    guard company.balance >= text.cost else {
      return .text("Not enough credits, please top up the account", status: 403)
    }
    company.accept(text, at: now)
    if E164.isValid(from) { company.useNumber(from, provider: .fortySixElks) }
    return .json(created(text, isDryRun: false))
  }

  private static func breaches(
    from: String, to: String, form: FormFields, _ company: Company
  ) -> [Breach] {
    var breaches: [Breach] = []
    if E164.isEmergencyOrShort(to) {
      breaches.append(Breach(rule: .emergencyNumberDialled, detail: "a text to such a number"))
    } else if E164.isSwedish(to), !E164.isSwedishMobile(to) {
      breaches.append(Breach(rule: .textToLandline, detail: "a text to a Swedish landline"))
    }
    if from.hasPrefix("+"), !company.isOurs(from) {
      breaches.append(Breach(rule: .notOurNumber, detail: "a text from a number not ours"))
    }
    if let url = form["whendelivered"], !WebAddress.isAbsolute(url) {
      breaches.append(Breach(rule: .relativeURL, detail: "whendelivered is not absolute"))
    }
    return breaches
  }

  private static func refusal(
    from: String, to: String, message: String, form: FormFields, _ company: Company
  ) -> String? {
    if let refusal = senderRefusal(from, company) { return refusal }
    guard E164.isValid(to), !E164.isEmergencyOrShort(to) else { return "Invalid to number" }
    guard E164.isSwedish(to) else { return "Sending to this country is not allowed by default" }
    if message.isEmpty { return "Missing key message" }
    if TextLength.parts(of: message) > partsLimit { return "Too long message" }
    if let url = form["whendelivered"], !WebAddress.isAbsolute(url) {
      return "The whendelivered you tried to use is not a valid URL"
    }
    return nil
  }

  private static func senderRefusal(_ from: String, _ company: Company) -> String? {
    if from.hasPrefix("+") {
      return E164.isValid(from) && company.isOurs(from) ? nil : "Invalid from number"
    }
    if from.first?.isNumber == true { return "Alphanumeric numbers may not start with a digit" }
    let isName =
      (3...11).contains(from.count)
      && from.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return isName ? nil : "Invalid from number"
  }

  private static func created(_ text: TextMessage, isDryRun: Bool) -> JSONValue {
    var members: [(String, JSONValue)] = isDryRun ? [] : [("id", .string(text.id))]
    members += [
      ("status", "created"), ("direction", "outgoing"), ("from", .string(text.from)),
      ("to", .string(text.to)), ("message", .string(text.message)),
      ("created", .string(WireTime.microseconds(text.created))), ("parts", .int(text.parts)),
      (isDryRun ? "estimated_cost" : "cost", .int(text.cost)),
    ]
    if text.isFlash { members.append(("flashsms", "yes")) }
    return .object(members)
  }

  static func list(_ query: FormFields, _ company: Company) -> LineAnswer {
    if let to = query["to"], let ids = company.phones[to]?.textIDs {
      let texts = ids.reversed().lazy.compactMap { company.texts[$0] }.filter { $0.to == to }
      return ElksPaging.page(texts, query, created: \.created, json: json)
    }
    let texts = company.texts.newestFirst.lazy.filter { text in
      text.provider == .fortySixElks && (query["to"].map { $0 == text.to } ?? true)
    }
    return ElksPaging.page(texts, query, created: \.created, json: json)
  }

  static func show(_ id: String, _ company: Company) -> LineAnswer {
    guard let text = company.texts[id] else { return .text("Not found", status: 404) }
    return .json(json(text))
  }

  static func delete(_ id: String, _ company: inout Company, at now: Date) -> LineAnswer {
    guard company.texts[id] != nil else { return .text("Not found", status: 404) }
    company.texts[id] = nil
    return .json(
      .object([("id", .string(id)), ("deleted", .string(WireTime.microseconds(now)))]))
  }

  private static func json(_ text: TextMessage) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("id", .string(text.id)), ("created", .string(WireTime.microseconds(text.created))),
      ("direction", .string(direction(of: text))), ("from", .string(text.from)),
      ("to", .string(text.to)),
    ]
    if !text.isMessageHidden { members.append(("message", .string(text.message))) }
    if text.direction != .incoming { members.append(("status", .string(text.status.rawValue))) }
    if let delivered = text.delivered {
      members.append(("delivered", .string(wholeSeconds(delivered))))
    }
    members += [("cost", .int(text.cost)), ("parts", .int(text.parts))]
    return .object(members)
  }

  /// The listed time of delivery has been seen with a zone letter and without a fraction.
  private static func wholeSeconds(_ date: Date) -> String {
    WireTime.microseconds(date).prefix(19) + "Z"
  }

  private static func direction(of text: TextMessage) -> String {
    switch text.direction {
    case .incoming: "incoming"
    case .outgoing: "outgoing"
    case .outgoingReply: "outgoing-reply"
    }
  }
}
