import Foundation

/// Pages of a list, newest first: `start` is older than, `end` is newer than.
enum ElksPaging {
  private static let limit = 100

  static func page<Item>(
    _ newestFirst: some Sequence<Item>, _ query: FormFields, created: KeyPath<Item, Date>,
    json: (Item) -> JSONValue
  ) -> LineAnswer {
    let olderThan = query["start"].flatMap(WireTime.read)
    let newerThan = query["end"].flatMap(WireTime.read)
    let size = min(max(query["limit"].flatMap { Int($0) } ?? limit, 1), limit)
    var items: [Item] = []
    var hasMore = false
    for item in newestFirst {
      if let olderThan, item[keyPath: created] >= olderThan { continue }
      if let newerThan, item[keyPath: created] <= newerThan { break }
      guard items.count < size else {
        hasMore = true
        break
      }
      items.append(item)
    }
    var members: [(String, JSONValue)] = [("data", .array(items.map(json)))]
    if hasMore, let last = items.last {
      members.append(("next", .string(WireTime.microseconds(last[keyPath: created]))))
    }
    return .json(.object(members))
  }
}
