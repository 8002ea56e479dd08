import Foundation
package import Logging
import Synchronization

/// One event, one line on standard output: JSON for machines, or text for a terminal.
/// Keys: `ts level event node` and the event's own facts.
package struct LineLogHandler: LogHandler {
  package var logLevel: Logger.Level
  package var metadata: Logger.Metadata = [:]
  package var metadataProvider: Logger.MetadataProvider?
  private let label: String
  private let isJSON: Bool
  private let write: @Sendable (String) -> Void

  package init(
    label: String, isJSON: Bool, level: Logger.Level,
    write: @escaping @Sendable (String) -> Void = LineLogHandler.writeToStandardOutput
  ) {
    self.label = label
    self.isJSON = isJSON
    self.logLevel = level
    self.write = write
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    let own = metadata.merging(event.metadata ?? [:]) { _, new in new }
    let facts = own.map { (key: $0.key, value: Redaction.masked("\($0.value)")) }
      .sorted { $0.key < $1.key }
    let name = Redaction.masked("\(event.message)")
    let time = Date().ISO8601Format(.init(includingFractionalSeconds: true))
    write(isJSON ? json(time, event.level, name, facts) : text(time, event.level, name, facts))
  }

  private func json(
    _ time: String, _ level: Logger.Level, _ name: String, _ facts: [(key: String, value: String)]
  ) -> String {
    let own = [("ts", time), ("level", level.rawValue), ("event", name), ("node", label)]
    let members = (own + facts.map { ($0.key, $0.value) }).map {
      "\(Self.quoted($0.0)):\(Self.quoted($0.1))"
    }
    return "{\(members.joined(separator: ","))}\n"
  }

  private func text(
    _ time: String, _ level: Logger.Level, _ name: String, _ facts: [(key: String, value: String)]
  ) -> String {
    let tail = facts.map { " \($0.key)=\($0.value)" }.joined()
    return "\(time) \(level.rawValue.uppercased()) \(name)\(tail)\n"
  }

  static func quoted(_ text: String) -> String {
    let data = try? JSONEncoder().encode(text)
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }

  package static func writeToStandardOutput(_ line: String) {
    FileHandle.standardOutput.write(Data(line.utf8))
  }
}
