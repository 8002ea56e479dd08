/// A telephone in somebody's pocket.
struct Phone: Sendable {
  let number: String
  var behaviour = Behaviour.manual
  /// Ids of its texts and calls, oldest first; only the newest are kept.
  private(set) var textIDs: [String] = []
  private(set) var callIDs: [String] = []
  /// Texts that wait for the phone to be switched on.
  var waitingTextIDs: [String] = []
  var repliesUsed = 0
  /// The call that occupies the line, ringing or connected.
  var liveCallID: String?

  /// Enough for any test; a busy phone in a load run must not eat the memory.
  private static let historyLimit = 500

  init(number: String) { self.number = number }

  mutating func addText(_ id: String) {
    Self.add(id, to: &textIDs)
  }

  mutating func addCall(_ id: String) {
    Self.add(id, to: &callIDs)
  }

  private static func add(_ id: String, to list: inout [String]) {
    list.append(id)
    if list.count > 2 * historyLimit { list.removeFirst(list.count - historyLimit) }
  }
}
