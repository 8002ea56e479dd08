/// A way in which providers fail.
enum FaultKind: String, Sendable, CaseIterable {
  case acceptThenTimeout, acceptThen500, refuse, noCredit, notJSON, noId, cutOff
  case connectionRefused, slow, callbackBeforeAnswer, unknownFields
  case tooManyRequests = "429"
  case serverError = "500"
  case duplicateCallbacks, swapCallbacks, loseCallbacks, delayCallbacks, badSignature

  /// Whether it befalls our answers to the gateway.
  var isOfAnswers: Bool {
    switch self {
    case .acceptThenTimeout, .acceptThen500, .refuse, .noCredit, .notJSON, .noId, .cutOff,
      .connectionRefused, .slow, .callbackBeforeAnswer, .unknownFields, .tooManyRequests,
      .serverError:
      true
    case .duplicateCallbacks, .swapCallbacks, .loseCallbacks, .delayCallbacks, .badSignature: false
    }
  }

  /// Whether it only makes sense where a text is sent or a call is placed; a poll of the balance
  /// must not use up a fault that was asked for once.
  var isOfCreates: Bool {
    switch self {
    case .acceptThenTimeout, .acceptThen500, .refuse, .noCredit, .noId, .callbackBeforeAnswer,
      .unknownFields:
      true
    case .notJSON, .cutOff, .connectionRefused, .slow, .tooManyRequests, .serverError,
      .duplicateCallbacks, .swapCallbacks, .loseCallbacks, .delayCallbacks, .badSignature:
      false
    }
  }

  /// Whether the gateway cannot tell from our answer that its request was accepted.
  var hidesAcceptance: Bool {
    switch self {
    case .acceptThenTimeout, .acceptThen500, .notJSON, .noId, .cutOff: true
    case .refuse, .noCredit, .connectionRefused, .slow, .callbackBeforeAnswer, .unknownFields,
      .tooManyRequests, .serverError, .duplicateCallbacks, .swapCallbacks, .loseCallbacks,
      .delayCallbacks, .badSignature:
      false
    }
  }

  /// Whether it befalls our requests to the gateway.
  var isOfCallbacks: Bool { !isOfAnswers || self == .unknownFields }
}

/// A fault that somebody asked for.
struct Fault: Sendable {
  var kind: FaultKind
  var provider: Provider?
  var probability = 1.0
  /// How many more times it strikes; nil is for ever.
  var remaining: Int?
  /// Only where the path contains this.
  var path: String?
  /// How long a delay, or the wait before a connection is given up, lasts.
  var seconds: Double?
}

/// The faults in force.
struct FaultPlan: Sendable {
  private(set) var faults: [Fault] = []

  mutating func replace(with faults: [Fault]) { self.faults = faults }

  /// The first fault that strikes, if any; its count goes down by one.
  mutating func strike(
    path: String, provider: Provider, random: inout SeededRandom,
    where isEligible: (FaultKind) -> Bool
  ) -> Fault? {
    guard !faults.isEmpty else { return nil }
    for index in faults.indices where isEligible(faults[index].kind) {
      guard applies(faults[index], path: path, provider: provider) else { continue }
      guard Double.random(in: 0..<1, using: &random) < faults[index].probability else { continue }
      if let remaining = faults[index].remaining { faults[index].remaining = remaining - 1 }
      return faults[index]
    }
    return nil
  }

  private func applies(_ fault: Fault, path: String, provider: Provider) -> Bool {
    if let remaining = fault.remaining, remaining <= 0 { return false }
    if let wanted = fault.provider, wanted != provider { return false }
    if let part = fault.path, !path.lowercased().contains(part.lowercased()) { return false }
    return true
  }
}

extension Fault {
  static func list(reading value: JSONValue) throws(ControlRefusal) -> [Fault] {
    guard let items = value.array else { throw ControlRefusal("Send a list of faults.") }
    var faults: [Fault] = []
    for item in items { faults.append(try Fault(reading: item)) }
    return faults
  }

  private init(reading value: JSONValue) throws(ControlRefusal) {
    guard let name = value["kind"]?.string, let kind = FaultKind(rawValue: name) else {
      let known = FaultKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw ControlRefusal("Unknown \"kind\". Known: \(known).")
    }
    if let name = value["provider"]?.string, Provider(rawValue: name) == nil {
      let known = Provider.allCases.map(\.rawValue).joined(separator: ", ")
      throw ControlRefusal("Unknown \"provider\". Known: \(known).")
    }
    self.init(kind: kind)
    provider = value["provider"]?.string.flatMap(Provider.init)
    probability = value["probability"]?.double ?? 1
    remaining = value["count"]?.int
    path = value["path"]?.string
    seconds = value["seconds"]?.double
    guard (0...1).contains(probability) else {
      throw ControlRefusal("\"probability\" is a number from 0 to 1.")
    }
  }

  var json: JSONValue {
    var members: [(String, JSONValue)] = [("kind", .string(kind.rawValue))]
    if let provider { members.append(("provider", .string(provider.rawValue))) }
    members.append(("probability", .number(probability)))
    if let remaining { members.append(("count", .int(remaining))) }
    if let path { members.append(("path", .string(path))) }
    if let seconds { members.append(("seconds", .number(seconds))) }
    return .object(members)
  }
}
