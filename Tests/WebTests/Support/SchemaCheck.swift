/// The part of JSON Schema that our OpenAPI document uses.
struct SchemaCheck {
  let document: JSON

  /// What is wrong with a value, each fault with its place; nothing when it is as promised.
  func faults(of value: JSON, against schema: JSON, at place: String = "$") -> [String] {
    if let name = schema["$ref"]?.text?.split(separator: "/").last {
      guard let named = document["components"]?["schemas"]?[String(name)] else {
        return ["\(place): no schema \(name)"]
      }
      return faults(of: value, against: named, at: place)
    }
    let parts = schema["allOf"]?.list.flatMap { faults(of: value, against: $0, at: place) } ?? []
    return parts + typeFaults(value, schema, place) + textFaults(value, schema, place)
      + memberFaults(value, schema, place) + itemFaults(value, schema, place)
  }

  private func typeFaults(_ value: JSON, _ schema: JSON, _ place: String) -> [String] {
    guard let type = schema["type"] else { return [] }
    let allowed = type.text.map { [$0] } ?? type.list.compactMap(\.text)
    return allowed.contains { isOf($0, value) } ? [] : ["\(place): not \(allowed)"]
  }

  private func isOf(_ type: String, _ value: JSON) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .bool), ("string", .text), ("array", .list),
      ("object", .object), ("number", .number):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }

  private func textFaults(_ value: JSON, _ schema: JSON, _ place: String) -> [String] {
    guard case .text(let text) = value else { return [] }
    if let allowed = schema["enum"]?.list, !allowed.contains(value) {
      return ["\(place): \(text) is none of the allowed words"]
    }
    if schema["format"]?.text == "date-time", !isTime(text) {
      return ["\(place): no time: \(text)"]
    }
    return []
  }

  /// RFC 3339, to the second, with an offset.
  private func isTime(_ text: String) -> Bool {
    text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/) != nil
  }

  private func memberFaults(_ value: JSON, _ schema: JSON, _ place: String) -> [String] {
    guard case .object(let members) = value else { return [] }
    let needed = schema["required"]?.list.compactMap(\.text) ?? []
    let missing = needed.filter { members[$0] == nil }.map { "\(place).\($0): missing" }
    let wrong = (schema["properties"]?.members ?? [:]).sorted { $0.key < $1.key }
      .flatMap { name, schema in
        members[name].map { faults(of: $0, against: schema, at: "\(place).\(name)") } ?? []
      }
    return missing + wrong
  }

  private func itemFaults(_ value: JSON, _ schema: JSON, _ place: String) -> [String] {
    guard let item = schema["items"] else { return [] }
    return value.list.enumerated().flatMap { index, value in
      faults(of: value, against: item, at: "\(place)[\(index)]")
    }
  }
}
