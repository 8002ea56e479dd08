public struct DialableNumber: Hashable, Sendable {
  public let number: PhoneNumber
  public init(temporary number: PhoneNumber) { self.number = number }
}
