import Foundation

/// A JSON document whose objects keep the order in which they were written.
indirect enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case int(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  static func == (left: JSONValue, right: JSONValue) -> Bool {
    left.text == right.text
  }

  var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// A whole number, also when it was written as text ("30"), which providers accept.
  var int: Int? {
    switch self {
    case .int(let value): value
    case .number(let value): Int(exactly: value.rounded())
    case .string(let text): Int(text)
    case .null, .bool, .array, .object: nil
    }
  }

  var double: Double? {
    switch self {
    case .int(let value): Double(value)
    case .number(let value): value
    case .string(let text): Double(text)
    case .null, .bool, .array, .object: nil
    }
  }

  var bool: Bool? {
    switch self {
    case .bool(let value): value
    case .string(let text): text == "true" ? true : text == "false" ? false : nil
    case .null, .int, .number, .array, .object: nil
    }
  }

  var array: [JSONValue]? {
    guard case .array(let items) = self else { return nil }
    return items
  }

  var object: [(String, JSONValue)]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  subscript(key: String) -> JSONValue? {
    object?.last { $0.0 == key }?.1
  }

  /// The document as compact text, with a space after colons and commas as the providers write it.
  var text: String {
    var output = ""
    write(to: &output)
    return output
  }

  private func write(to output: inout String) {
    switch self {
    case .null: output += "null"
    case .bool(let value): output += value ? "true" : "false"
    case .int(let value): output += String(value)
    case .number(let value): output += String(value)
    case .string(let value): Self.quote(value, into: &output)
    case .array(let items): Self.writeList(items, into: &output)
    case .object(let members): Self.writeMembers(members, into: &output)
    }
  }

  private static func writeList(_ items: [JSONValue], into output: inout String) {
    output += "["
    for (index, item) in items.enumerated() {
      if index > 0 { output += ", " }
      item.write(to: &output)
    }
    output += "]"
  }

  private static func writeMembers(_ members: [(String, JSONValue)], into output: inout String) {
    output += "{"
    for (index, member) in members.enumerated() {
      if index > 0 { output += ", " }
      quote(member.0, into: &output)
      output += ": "
      member.1.write(to: &output)
    }
    output += "}"
  }

  private static func quote(_ text: String, into output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      case _: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .int(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
}
