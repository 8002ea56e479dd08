extension PhoneNumber {
  /// What sort of telephone a number leads to, as far as its digits tell.
  public enum Kind: String, Codable, Sendable {
    /// A Swedish mobile telephone: it can be rung and texted.
    case mobile
    /// A Swedish fixed telephone: it can be rung, a text to it fails.
    case landline
    /// A Swedish number of another kind: free calls, machines, shared cost.
    case other
    /// A number of another country; its kind is not known here.
    case foreign
  }

  /// For the warning at registration. It never decides whether a number may be rung.
  public var kind: Kind {
    let (country, national) = NumberPlan.split(self)
    guard country == NumberPlan.sweden else { return .foreign }
    if SwedishPlan.isMobile(national) { return .mobile }
    return SwedishPlan.isGeographic(national) ? .landline : .other
  }
}
