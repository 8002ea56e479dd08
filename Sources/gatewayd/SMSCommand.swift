import ArgumentParser
import CheckinFlows
import Foundation
import Gateway

/// `gatewayd sms …`: the words of the service, tried by hand.
struct SMSCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sms", abstract: "Try how texts are read.", subcommands: [SMSParseCommand.self])
}

/// `gatewayd sms parse`: shows how the grammar reads a text, and changes nothing.
struct SMSParseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Show how the grammar reads a text, as JSON.")

  @Argument(help: "The text. One that begins with a dash goes behind --.")
  var text: String?

  @Option(help: "The time it is read at, ISO 8601 with an offset or Z. Default: now.")
  var now: InstantArgument?

  @Option(help: "The end time of a live watch. Without it there is none.")
  var until: InstantArgument?

  @Flag(help: "Our last text asked whether all is well.")
  var askedAllWell = false

  @Option(help: "The person's code.")
  var pin: String?

  @Option(help: "The person's duress code.")
  var duressPin: String?

  @Option(help: "The person's language, sv or en. Both are always read.")
  var language: LanguageArgument?

  @Flag(help: "Read one JSON object a line from standard input, answer one line each.")
  var batch = false

  func validate() throws {
    if batch, text != nil { throw ValidationError("Give a text or --batch, not both.") }
    if !batch, text == nil { throw ValidationError("Give a text, or --batch.") }
  }

  func run() async throws {
    if batch { return try runBatch() }
    let now = now?.instant ?? Instant(Date())
    var request = ParseRequest(text: text ?? "", now: now)
    request.watchEnd = until?.instant
    request.askedAllWell = askedAllWell
    request.pin = pin
    request.duressPin = duressPin
    let line = try ParseLines.json(ParseResult(request.reading()))
    try FileHandle.standardOutput.write(contentsOf: line + [UInt8(ascii: "\n")])
  }

  /// Answers as the lines come, so that a harness may wait for each answer.
  private func runBatch() throws {
    var lines = ParseLines()
    while case let bytes = FileHandle.standardInput.availableData, !bytes.isEmpty {
      try FileHandle.standardOutput.write(contentsOf: lines.answers(to: bytes))
    }
    try FileHandle.standardOutput.write(contentsOf: lines.finish())
  }
}

/// A point in time on the command line.
struct InstantArgument: ExpressibleByArgument {
  let instant: Instant

  init?(argument: String) {
    guard let instant = Instant(iso8601: argument) else { return nil }
    self.instant = instant
  }
}

/// A language on the command line.
struct LanguageArgument: ExpressibleByArgument {
  let language: Language

  init?(argument: String) {
    guard let language = Language(rawValue: argument) else { return nil }
    self.language = language
  }
}
