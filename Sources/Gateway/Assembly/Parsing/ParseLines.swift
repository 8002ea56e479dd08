import CheckinFlows
package import Foundation

/// Reads requests line by line and answers each with one line, in order.
///
/// Takes bytes as they come; a line may arrive in pieces. A line that is no request is answered with
/// an error, and the run goes on.
package struct ParseLines {
  /// A request holds one text; a longer line is an error, and is not kept in memory.
  private static let longestLineBytes = 1 << 20

  private var pending = Data()
  private var isTooLong = false
  private let decoder = JSONDecoder()
  private let encoder: JSONEncoder

  package init() {
    encoder = ParseLines.makeEncoder()
  }

  /// The answers to all lines that these bytes complete.
  package mutating func answers(to bytes: Data) -> Data {
    var output = Data()
    var rest = bytes[...]
    while let newline = rest.firstIndex(of: UInt8(ascii: "\n")) {
      keep(rest[..<newline])
      output.append(answerPending())
      rest = rest[rest.index(after: newline)...]
    }
    keep(rest)
    return output
  }

  /// The answer to a last line without a line end, if there is one.
  package mutating func finish() -> Data {
    pending.isEmpty && !isTooLong ? Data() : answerPending()
  }

  /// One result as compact JSON, without a line end.
  package static func json(_ result: ParseResult) throws -> Data {
    try makeEncoder().encode(result)
  }

  private static func makeEncoder() -> JSONEncoder {
    let encoder = JSONEncoder()
    // Sorted, so that the same reading is the same line.
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }

  private mutating func keep(_ bytes: Data) {
    guard !isTooLong, pending.count + bytes.count <= ParseLines.longestLineBytes else {
      isTooLong = true
      pending = Data()
      return
    }
    pending.append(bytes)
  }

  private mutating func answerPending() -> Data {
    defer {
      pending.removeAll(keepingCapacity: true)
      isTooLong = false
    }
    let answer = isTooLong ? error("the line is too long") : answer(to: pending)
    return answer + [UInt8(ascii: "\n")]
  }

  private func answer(to line: Data) -> Data {
    do {
      let request = try decoder.decode(ParseRequest.self, from: line)
      return try encoder.encode(ParseResult(request.reading()))
    } catch let problem as DecodingError {
      return error(explanation(of: problem))
    } catch {
      return self.error("not readable")
    }
  }

  /// Names the field, never what stood in it.
  private func explanation(of problem: DecodingError) -> String {
    switch problem {
    case .keyNotFound(let key, _): "\(key.stringValue) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\(context.codingPath.last?.stringValue ?? "the line") has the wrong type"
    case .dataCorrupted(let context):
      context.codingPath.last.map { "\($0.stringValue) is not valid" } ?? "not a JSON object"
    @unknown default: "not readable"
    }
  }

  private func error(_ message: String) -> Data {
    Data("{\"error\":\"\(message)\"}".utf8)
  }
}
