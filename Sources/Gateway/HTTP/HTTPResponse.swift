/// A whole answer: every byte that the server promised has come.
package struct HTTPResponse: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
  package let status: Int
  /// In the order of the wire, names in lower case.
  package let headers: [(name: String, value: String)]
  package let body: [UInt8]

  package init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The first header of that name, which is given in lower case.
  package func header(_ name: String) -> String? {
    headers.first { $0.name == name }?.value
  }

  package var description: String { "HTTP \(status), \(body.count) bytes" }
  package var debugDescription: String { description }
}
