/// One action of a call as 46elks reads it.
indirect enum ElksNext: Sendable {
  case url(String)
  case action(ElksAction)
}

struct ElksAction: Sendable {
  let name: String
  let argument: String
  let step: CallStep
  let next: ElksNext?
  /// What follows a key (`"1"`) or a result (`"busy"`).
  let branches: [String: ElksNext]
  let whenHangUp: String?

  private static let names = ["play", "ivr", "connect", "record", "hangup"]

  /// Reads an action object; nil when there is nothing in it that can be done.
  init?(reading value: JSONValue) {
    guard let members = value.object,
      let name = Self.names.first(where: { value[$0] != nil }),
      let argument = value[name]?.string
    else { return nil }
    self.name = name
    self.argument = argument
    branches = Self.branches(members)
    step = Self.step(name, argument, value, branches)
    next = value["next"].flatMap(Self.next)
    whenHangUp = value["whenhangup"]?.string
  }

  static func next(_ value: JSONValue) -> ElksNext? {
    if let url = value.string { return .url(url) }
    return ElksAction(reading: value).map(ElksNext.action)
  }

  private static func branches(_ members: [(String, JSONValue)]) -> [String: ElksNext] {
    var branches: [String: ElksNext] = [:]
    for (key, value) in members where isBranch(key) { branches[key] = next(value) }
    return branches
  }

  private static func isBranch(_ key: String) -> Bool {
    ["busy", "failed", "success"].contains(key) || (key.count == 1 && key.first?.isNumber == true)
  }

  private static func step(
    _ name: String, _ argument: String, _ value: JSONValue, _ branches: [String: ElksNext]
  ) -> CallStep {
    switch name {
    case "ivr": return .collect(collection(argument, value, branches))
    case "connect":
      let first = argument.split(separator: ",").first.map(String.init) ?? argument
      return .connect(number: first, timeoutSeconds: value["timeout"]?.double ?? 60)
    case "record": return .record(limitSeconds: value["timelimit"]?.double ?? 120)
    case "hangup": return .hangUp(signal(argument))
    case _: return .play(audio: argument, isSkippable: value["skippable"]?.bool ?? true)
    }
  }

  private static func collection(
    _ audio: String, _ value: JSONValue, _ branches: [String: ElksNext]
  ) -> CallStep.Collection {
    let timeout = value["timeout"]?.double ?? 10
    return CallStep.Collection(
      audio: audio, digits: max(1, value["digits"]?.int ?? 1),
      timeoutSeconds: (1...30).contains(timeout) ? timeout : 10,
      repeats: max(0, value["repeat"]?.int ?? 3),
      branchKeys: Set(branches.keys.filter { $0.count == 1 }.compactMap(\.first)))
  }

  private static func signal(_ argument: String) -> HangUpSignal {
    switch argument {
    case "busy": .busy
    case "reject": .reject
    case "404": .notFound
    case _: .normal
    }
  }
}
