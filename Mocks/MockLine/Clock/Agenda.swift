import Foundation

/// What is to happen when: a binary heap, first in first out among equal times.
struct Agenda<Item: Sendable>: Sendable {
  private struct Entry: Sendable {
    let at: Date
    let order: UInt64
    let item: Item

    func isBefore(_ other: Entry) -> Bool {
      at == other.at ? order < other.order : at < other.at
    }
  }

  private var heap: [Entry] = []
  private var nextOrder: UInt64 = 0

  var nextDue: Date? { heap.first?.at }
  var count: Int { heap.count }

  mutating func add(_ item: Item, at: Date) {
    heap.append(Entry(at: at, order: nextOrder, item: item))
    nextOrder += 1
    siftUp(heap.count - 1)
  }

  /// Takes the earliest item that is due, or nothing.
  mutating func takeDue(at now: Date) -> (item: Item, due: Date)? {
    guard let first = heap.first, first.at <= now else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      siftDown(0)
    }
    return (first.item, first.at)
  }

  mutating func removeAll() {
    heap.removeAll()
  }

  private mutating func siftUp(_ start: Int) {
    var index = start
    while index > 0 {
      let parent = (index - 1) / 2
      guard heap[index].isBefore(heap[parent]) else { return }
      heap.swapAt(index, parent)
      index = parent
    }
  }

  private mutating func siftDown(_ start: Int) {
    var index = start
    while true {
      var smallest = index
      for child in [2 * index + 1, 2 * index + 2]
      where child < heap.count && heap[child].isBefore(heap[smallest]) {
        smallest = child
      }
      guard smallest != index else { return }
      heap.swapAt(index, smallest)
      index = smallest
    }
  }
}
