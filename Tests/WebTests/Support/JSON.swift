import Foundation

/// JSON as a test reads it: a member that is not there is `nil`, one that is null is `.null`.
enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  static func read(_ bytes: [UInt8]) throws -> JSON {
    try JSONDecoder().decode(JSON.self, from: Data(bytes))
  }

  subscript(member: String) -> JSON? {
    if case .object(let members) = self { members[member] } else { nil }
  }

  subscript(index: Int) -> JSON? {
    list.indices.contains(index) ? list[index] : nil
  }

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  var number: Int? {
    if case .number(let number) = self { Int(number) } else { nil }
  }

  var list: [JSON] {
    if case .list(let list) = self { list } else { [] }
  }

  var members: [String: JSON] {
    if case .object(let members) = self { members } else { [:] }
  }
}

extension JSON: Decodable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }
}
