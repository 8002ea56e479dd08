import Hummingbird

/// `?limit=` and `?after=` of a listing.
struct PageQuery: Sendable {
  static let usualLimit = 50
  static let highestLimit = 200
  let limit: Int
  let after: String?

  init(_ request: Request) throws {
    let text = request.uri.queryParameters["limit"].map(String.init)
    guard let limit = text.map(Int.init) ?? Self.usualLimit, (1...Self.highestLimit).contains(limit)
    else { throw Problem(.badRequest, "limit is a number from 1 to \(Self.highestLimit).") }
    self.limit = limit
    after = request.uri.queryParameters["after"].map(String.init)
  }
}

extension PageQuery {
  /// A page of those that match, and one more where more follow. Reads on by itself where the
  /// store's own filter is coarser, so that no page ends before it is full.
  func rows<Row>(
    where matches: (Row) -> Bool = { _ in true }, name: (Row) -> String,
    read: (_ after: String?, _ limit: Int) throws -> [Row]
  ) rethrows -> [Row] {
    var found: [Row] = []
    var position = after
    while true {
      let batch = try read(position, limit + 1)
      found += batch.filter(matches)
      guard found.count <= limit, batch.count > limit, let last = batch.last else { return found }
      position = name(last)
    }
  }

  /// Where the page begins, read as the listing names its rows.
  func start<Place>(_ read: (String) -> Place?) throws -> Place? {
    guard let after else { return nil }
    guard let place = read(after) else {
      throw Problem(.badRequest, "after is the next of an earlier page.")
    }
    return place
  }
}

/// One page of a listing; `next` is the `after` of the page that follows, where there is one.
struct PageView<Item: Encodable & Sendable>: Encodable, Sendable {
  let items: [Item]
  let next: String?

  /// `rows` may hold one more than the limit, which tells that another page follows.
  init<Row>(
    _ rows: [Row], limit: Int, name: (Row) -> String, view: (Row) throws -> Item
  ) rethrows {
    items = try rows.prefix(limit).map(view)
    next = rows.count > limit ? rows.prefix(limit).last.map(name) : nil
  }
}
