/// Things by id in the order in which they came; the oldest are forgotten at a limit.
struct Register<Value: Sendable>: Sendable {
  private var byID: [String: Value] = [:]
  /// Ids, oldest first, from `first` on; a removed one stays as a gap.
  private var order: [String] = []
  private var first = 0

  /// Two for each of a large load run.
  private static var limit: Int { 50_000 }

  subscript(id: String) -> Value? {
    get { byID[id] }
    set { byID[id] = newValue }
  }

  var count: Int { byID.count }
  var newestID: String? { order.last }

  /// Changes one in place; does nothing when there is none.
  mutating func change(_ id: String, _ body: (inout Value) -> Void) {
    guard let index = byID.index(forKey: id) else { return }
    body(&byID.values[index])
  }

  mutating func add(_ value: Value, id: String) {
    byID[id] = value
    order.append(id)
    while order.count - first > Self.limit {
      byID[order[first]] = nil
      first += 1
    }
    if first > Self.limit {
      order.removeFirst(first)
      first = 0
    }
  }

  /// Newest first.
  var newestFirst: some Sequence<Value> {
    order[first...].lazy.reversed().compactMap { byID[$0] }
  }
}
