/// What a watch is told of the world when an event is applied.
///
/// The machine draws no identities, reads no clock and looks nothing up: it is all here.
public struct WatchSurroundings: Hashable, Sendable {
  /// The version that the watch began under.
  public var policy: Policy
  /// Whether the person has set codes.
  public var hasCode: Bool
  /// Unused until now. Taken when this event opens a case, free again when it does not.
  public var newCase: CaseID
  /// The person's own choice: false means never a text in answer to a cry for help.
  public var answersHelp: Bool

  public init(policy: Policy, hasCode: Bool, newCase: CaseID, answersHelp: Bool = true) {
    self.policy = policy
    self.hasCode = hasCode
    self.newCase = newCase
    self.answersHelp = answersHelp
  }

  /// Whether a closing needs the right code.
  var needsCode: Bool {
    switch policy.requireCode {
    case .never: false
    case .ifSet: hasCode
    case .always: true
    }
  }
}
