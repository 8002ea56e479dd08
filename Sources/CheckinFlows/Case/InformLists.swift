/// The two lists of those who must be told, one by one, until each has confirmed.
public struct InformLists: Hashable, Codable, Sendable {
  /// Head of unit, the party's security officer, the contact persons.
  public internal(set) var nearest = InformList()
  /// The administration's duty officer, or the regional one.
  public internal(set) var dutyOfficer = InformList()

  public init() {}

  public subscript(name: InformListName) -> InformList {
    get {
      switch name {
      case .nearest: nearest
      case .dutyOfficer: dutyOfficer
      }
    }
    set {
      switch name {
      case .nearest: nearest = newValue
      case .dutyOfficer: dutyOfficer = newValue
      }
    }
  }

  /// The first list that keeps the case from being closed.
  var unfinished: InformListName? {
    InformListName.allCases.first { !self[$0].isFinished }
  }
}

public enum InformListName: String, Codable, CaseIterable, Sendable {
  case nearest
  case dutyOfficer
}

public struct InformList: Hashable, Codable, Sendable {
  public var rule = InformRule.allOf
  public var recipients: [InformRecipient] = []
  /// Why the list was given up.
  public internal(set) var waivedReason: String?

  public init(rule: InformRule = .allOf, recipients: [InformRecipient] = []) {
    self.rule = rule
    self.recipients = recipients
  }

  /// An empty list has nobody to tell, and counts as finished.
  public var isFinished: Bool {
    if waivedReason != nil || recipients.isEmpty { return true }
    switch rule {
    case .anyOneOf: return recipients.contains { $0.confirmedAt != nil }
    case .allOf: return recipients.allSatisfy { $0.confirmedAt != nil }
    }
  }
}

public enum InformRule: String, Codable, CaseIterable, Sendable {
  case anyOneOf
  case allOf
}

/// Somebody who must be told; the store knows who it is.
public struct InformRecipient: Hashable, Codable, Sendable {
  /// The row of a role holder or contact person.
  public let id: Int64
  public internal(set) var triedAt: Instant?
  public internal(set) var confirmedAt: Instant?

  public init(id: Int64) {
    self.id = id
  }
}
