import Foundation

/// 46elks' wire format: Basic auth, forms in, JSON out, errors as one line of plain text.
struct ElksFace: ProviderFace {
  let provider = Provider.fortySixElks
  let password: String
  let playResultWord: String

  func answer(_ request: LineRequest, company: inout Company, at now: Date) -> LineAnswer {
    guard isAuthorized(request.authorization) else {
      return .text("API access denied", status: 401)
    }
    let path = request.path.map { $0.lowercased() }
    guard path.first == "a1", path.count >= 2 else { return .text("Not found", status: 404) }
    let isCreate = request.method == "POST" && ["sms", "calls"].contains(path[1])
    let fault = company.faultPlan.strike(
      path: "/" + path.joined(separator: "/"), provider: provider, random: &company.random,
      where: { $0.isOfAnswers && (isCreate || !$0.isOfCreates) })
    if let fault, let refusal = Self.refusal(by: fault) { return refusal }
    let newestCall = company.calls.newestID
    var answer = route(request, path: path, company: &company, at: now)
    if let fault {
      Self.spoil(&answer, by: fault)
      if let id = company.calls.newestID, id != newestCall, fault.kind.hidesAcceptance {
        company.calls.change(id) { $0.isAcceptanceUnknown = true }
      }
    }
    return answer
  }

  private func route(
    _ request: LineRequest, path: [String], company: inout Company, at now: Date
  ) -> LineAnswer {
    let id = path.count > 2 ? request.path[2] : nil
    switch (request.method, path[1], id) {
    case ("POST", "sms", nil): return ElksTexts.send(request.form, &company, at: now)
    case ("GET", "sms", nil): return ElksTexts.list(request.query, company)
    case ("GET", "sms", let id?): return ElksTexts.show(id, company)
    case ("DELETE", "sms", let id?): return ElksTexts.delete(id, &company, at: now)
    case ("POST", "calls", nil): return ElksCalls.place(request.form, &company, at: now)
    case ("GET", "calls", nil): return ElksCalls.list(request.query, company)
    case ("GET", "calls", let id?): return ElksCalls.show(id, company)
    case ("DELETE", "calls", let id?): return ElksCalls.delete(id, &company, at: now)
    case ("GET", "numbers", nil): return ElksNumbers.list(request.query, &company)
    case ("POST", "numbers", nil): return ElksNumbers.allocate(request.form, &company)
    case ("GET", "numbers", let id?): return ElksNumbers.show(id, &company)
    case ("POST", "numbers", let id?): return ElksNumbers.configure(id, request.form, &company)
    case ("GET", "me", nil): return ElksAccount.show(company)
    case ("POST", "me", nil): return ElksAccount.change(request.form, &company)
    case (_, _, _): return .text("Not found", status: 404)
    }
  }

  /// Basic credentials of the right form: `u` (or `a` for a subaccount) and 32 hex digits.
  private func isAuthorized(_ header: String?) -> Bool {
    guard let header, header.lowercased().hasPrefix("basic "),
      let data = Data(base64Encoded: String(header.dropFirst(6)))
    else { return false }
    let halves = String(decoding: data, as: UTF8.self).split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2, let first = halves[0].first, first == "u" || first == "a" else {
      return false
    }
    let digits = halves[0].dropFirst()
    return digits.count == 32 && digits.allSatisfy(\.isHexDigit) && halves[1] == password
  }

  func deliveryReport(of text: TextMessage) -> (url: String, fields: FormFields)? {
    guard let url = text.reportURL, !url.isEmpty else { return nil }
    var fields = FormFields([("id", text.id), ("status", text.status.rawValue)])
    if let delivered = text.delivered {
      fields.append("delivered", WireTime.microseconds(delivered))
    }
    return (url, fields)
  }

  func incomingText(
    _ text: TextMessage, to number: OwnNumber
  ) -> (url: String, fields: FormFields)? {
    guard let url = number.settings["sms_url"], !url.isEmpty else { return nil }
    let fields = FormFields([
      ("direction", "incoming"), ("id", text.id), ("from", text.from), ("to", text.to),
      ("created", WireTime.microseconds(text.created)), ("message", text.message),
    ])
    return (url, fields)
  }

  func script(forCallTo number: OwnNumber) -> (any CallScript)? {
    guard let start = number.settings["voice_start"], !start.isEmpty else { return nil }
    return ElksScript(start: start, playResultWord: playResultWord, whenHangUp: nil)
  }
}
