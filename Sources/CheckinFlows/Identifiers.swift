/// Row identities. One type a thing, so that a case can never be looked up as a watch.
public protocol Identifier: RawRepresentable, Hashable, Codable, Sendable, Comparable
where RawValue == Int64 {
  init(rawValue: Int64)
}

extension Identifier {
  public static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The controller of the data: a region or a municipality.
public struct TenantID: Identifier {
  public let rawValue: Int64
  public init(rawValue: Int64) { self.rawValue = rawValue }
  /// The tenant that an installation starts with.
  public static let first = TenantID(rawValue: 1)
}

/// A person who is protected by the service.
public struct PersonID: Identifier {
  public let rawValue: Int64
  public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// A human who receives pages and works cases.
public struct OperatorID: Identifier {
  public let rawValue: Int64
  public init(rawValue: Int64) { self.rawValue = rawValue }
}

public struct WatchID: Identifier {
  public let rawValue: Int64
  public init(rawValue: Int64) { self.rawValue = rawValue }
}

public struct CaseID: Identifier {
  public let rawValue: Int64
  public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// One immutable version of a tenant's `Policy`.
public struct PolicyID: Identifier {
  public let rawValue: Int64
  public init(rawValue: Int64) { self.rawValue = rawValue }
}

extension WatchID {
  /// What people read and say: `T4821`.
  public var reference: String { "T\(rawValue)" }
  public init?(reference: String) {
    guard let number = referenceNumber(reference, prefix: "T") else { return nil }
    self.init(rawValue: number)
  }
}

extension CaseID {
  /// What people read and say: `L4821`.
  public var reference: String { "L\(rawValue)" }
  public init?(reference: String) {
    guard let number = referenceNumber(reference, prefix: "L") else { return nil }
    self.init(rawValue: number)
  }
}

private func referenceNumber(_ text: String, prefix: Character) -> Int64? {
  guard let first = text.first, first.uppercased() == String(prefix) else { return nil }
  let digits = text.dropFirst()
  guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
  return Int64(digits)
}
