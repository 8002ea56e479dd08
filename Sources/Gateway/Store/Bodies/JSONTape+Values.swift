/// Nodes as values.
extension JSONTape {
  func isNull(_ node: Int) -> Bool {
    if case .null = nodes[node].kind { true } else { false }
  }

  func bool(_ node: Int) throws -> Bool {
    switch nodes[node].kind {
    case .yes: true
    case .no: false
    case .object, .array, .number, .null, .string: throw NotJSON()
    }
  }

  func integer<Value: FixedWidthInteger>(_ node: Int) throws -> Value {
    guard case .number = nodes[node].kind else { throw NotJSON() }
    var digits = text[nodes[node].bytes]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits.removeFirst() }
    guard !digits.isEmpty else { throw NotJSON() }
    var value: Value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { throw NotJSON() }
      let units = Value(digit - UInt8(ascii: "0"))
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      // Downwards where it is negative, because the least number has no positive counterpart.
      let (sum, tooFar) =
        isNegative
        ? tens.subtractingReportingOverflow(units) : tens.addingReportingOverflow(units)
      guard !overflow, !tooFar else { throw NotJSON() }
      value = sum
    }
    return value
  }

  func real(_ node: Int) throws -> Double {
    guard case .number = nodes[node].kind,
      let value = Double(String(decoding: text[nodes[node].bytes], as: UTF8.self))
    else { throw NotJSON() }
    return value
  }

  func string(_ node: Int) throws -> String {
    guard case .string(let hasEscapes) = nodes[node].kind else { throw NotJSON() }
    let bytes = text[nodes[node].bytes]
    return String(decoding: hasEscapes ? try unescaped(bytes) : bytes, as: UTF8.self)
  }

  /// Whether the node, a key, says just this.
  func isKey(_ node: Int, _ key: String) -> Bool {
    guard case .string(let hasEscapes) = nodes[node].kind, !hasEscapes else {
      return (try? string(node)) == key
    }
    return text[nodes[node].bytes].elementsEqual(key.utf8)
  }

  private func unescaped(_ bytes: ArraySlice<UInt8>) throws -> ArraySlice<UInt8> {
    var plain: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        plain.append(byte)
        continue
      }
      plain.append(contentsOf: try escape(&rest))
    }
    return plain[...]
  }

  private func escape(_ rest: inout ArraySlice<UInt8>) throws -> [UInt8] {
    guard let letter = rest.popFirst() else { throw NotJSON() }
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0c]
    case UInt8(ascii: "n"): return [0x0a]
    case UInt8(ascii: "r"): return [0x0d]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return try codePoint(&rest)
    default: throw NotJSON()
    }
  }

  /// `\uXXXX`, of which two together name what does not fit into one.
  private func codePoint(_ rest: inout ArraySlice<UInt8>) throws -> [UInt8] {
    var units = [try codeUnit(&rest)]
    if UTF16.isLeadSurrogate(units[0]) {
      guard rest.popFirst() == UInt8(ascii: "\\"), rest.popFirst() == UInt8(ascii: "u") else {
        throw NotJSON()
      }
      units.append(try codeUnit(&rest))
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private func codeUnit(_ rest: inout ArraySlice<UInt8>) throws -> UInt16 {
    let digits = String(decoding: rest.prefix(4), as: UTF8.self)
    guard digits.utf8.count == 4, let unit = UInt16(digits, radix: 16) else { throw NotJSON() }
    rest = rest.dropFirst(4)
    return unit
  }
}
