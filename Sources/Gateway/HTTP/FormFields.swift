/// The fields of a form (`application/x-www-form-urlencoded`), in their order, repeats kept.
///
/// Its description gives names only: the values are people's numbers and words.
package struct FormFields: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
  package private(set) var pairs: [(name: String, value: String)]

  package init(_ pairs: [(name: String, value: String)] = []) {
    self.pairs = pairs
  }

  /// The first field of that name; nil when there is none.
  package subscript(name: String) -> String? {
    pairs.first { $0.name == name }?.value
  }

  /// All fields of that name, in their order.
  package func all(_ name: String) -> [String] {
    pairs.filter { $0.name == name }.map(\.value)
  }

  package mutating func append(_ name: String, _ value: String) {
    pairs.append((name, value))
  }

  /// Appends the field unless there is nothing to say.
  package mutating func append(_ name: String, _ value: String?) {
    if let value { append(name, value) }
  }

  package var description: String { "form(\(pairs.map(\.name).joined(separator: ", ")))" }
  package var debugDescription: String { description }
}
