/// `/a1/me`
enum ElksAccount {
  static func show(_ company: Company) -> LineAnswer {
    .json(
      .object([
        ("id", .string("u" + StableID.hex("account"))), ("balance", .int(company.balance)),
        ("currency", "SEK"), ("creditalert", .int(company.creditAlert)),
        ("displayname", "MockLine"), ("mobilenumber", "+46701740699"),
        ("email", "mockline@example.org"), ("trialactivated", .bool(false)),
      ]))
  }

  static func change(_ form: FormFields, _ company: inout Company) -> LineAnswer {
    guard let alert = form["creditalert"].flatMap({ Int($0) }) else {
      return .text("Missing key creditalert", status: 403)
    }
    company.creditAlert = alert
    return show(company)
  }
}

/// `/a1/numbers`
enum ElksNumbers {
  private static let urlKeys = ["sms_url", "mms_url", "voice_start"]
  private static let keys = urlKeys + ["sms_replies", "active"]

  /// The numbers in use; where any number is ours, also the rest of those set aside for fiction,
  /// so that a gateway finds its number here before its first use.
  static func list(_ query: FormFields, _ company: inout Company) -> LineAnswer {
    if let number = query["number"], E164.isValid(number), company.isOurs(number) {
      return .json(.object([("data", .array([json(own(number, &company))]))]))
    }
    var items = company.numbers.values.sorted { $0.number < $1.number }
    if company.settings.ourNumbers.isEmpty {
      let known = Set(items.map(\.number))
      items += (605...699).map { "+46701740\($0)" }.filter { !known.contains($0) }.map(unused)
    }
    return .json(.object([("data", .array(items.map(json)))]))
  }

  private static func unused(_ number: String) -> OwnNumber {
    OwnNumber(id: "n" + StableID.hex(number), number: number, provider: .fortySixElks)
  }

  static func allocate(_ form: FormFields, _ company: inout Company) -> LineAnswer {
    let number = form["number"] ?? "+46701740699"
    guard E164.isValid(number), company.isOurs(number) else {
      return .text("Invalid number id", status: 404)
    }
    _ = own(number, &company)
    return configure(number, form, &company)
  }

  static func show(_ id: String, _ company: inout Company) -> LineAnswer {
    guard let number = find(id, &company) else { return .text("Invalid number id", status: 404) }
    return .json(json(number))
  }

  static func configure(
    _ id: String, _ form: FormFields, _ company: inout Company
  ) -> LineAnswer {
    guard let number = find(id, &company) else { return .text("Invalid number id", status: 404) }
    for key in urlKeys {
      guard let url = form[key], !isAcceptable(url, key: key) else { continue }
      return .text("The \(key) you tried to use is not a valid URL", status: 403)
    }
    var settings: [String: String] = [:]
    for key in keys { settings[key] = form[key].map { $0 == "none" ? "" : $0 } }
    return .json(
      json(company.useNumber(number.number, provider: .fortySixElks, settings: settings)))
  }

  private static func isAcceptable(_ url: String, key: String) -> Bool {
    url == "none" || url.isEmpty || WebAddress.isAbsolute(url)
      || (key == "voice_start" && url.hasPrefix("{"))
  }

  /// By id, or by the number itself.
  private static func find(_ id: String, _ company: inout Company) -> OwnNumber? {
    if E164.isValid(id), company.isOurs(id) { return own(id, &company) }
    if let known = company.numbers.values.first(where: { $0.id == id }) { return known }
    guard company.settings.ourNumbers.isEmpty else { return nil }
    return (605...699).map { unused("+46701740\($0)") }.first { $0.id == id }
  }

  private static func own(_ number: String, _ company: inout Company) -> OwnNumber {
    company.numbers[number] ?? company.useNumber(number, provider: .fortySixElks)
  }

  private static func json(_ number: OwnNumber) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("id", .string(number.id)), ("number", .string(number.number)), ("country", "se"),
      ("capabilities", .array(["sms", "voice"])), ("category", "mobile"),
      ("active", .string(number.settings["active"] ?? "yes")), ("cost", 30_000),
    ]
    for key in urlKeys + ["sms_replies"] {
      guard let value = number.settings[key], !value.isEmpty else { continue }
      members.append((key, .string(value)))
    }
    return .object(members)
  }
}
