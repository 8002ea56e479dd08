import ArgumentParser
import Foundation
import Logging
import MockLine
import ServiceLifecycle
import UnixSignals

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Opens the line until Ctrl-C.")

  @Option(help: "The port to listen on; 0 takes a free one.")
  var port = 9046
  @Option(help: "The address to listen on.")
  var bind = "127.0.0.1"
  @Option(name: .customLong("public-url"), help: "Where people and the gateway reach this line.")
  var publicURL: String?
  @Option(help: "The password of every account.")
  var password = "secret"
  @Option(
    name: .customLong("our-number"),
    help: "A number of the gateway's, E.164; may be repeated. Without any, every number is ours.")
  var ourNumbers: [String] = []
  @Option(name: .customLong("sms-url"), help: "Where texts to our numbers are handed over.")
  var smsURL: String?
  @Option(name: .customLong("voice-url"), help: "Where calls to our numbers are handed over.")
  var voiceURL: String?
  @Option(help: "Seconds that pass on the line for each real second.")
  var speed = 1.0
  @Option(help: "Fixes chance and ids.")
  var seed: UInt64?
  @Option(
    name: .customLong("delivery-seconds"),
    help: "From the acceptance of a text until it is in the phone.")
  var deliverySeconds = 0.3
  @Option(
    name: .customLong("texts-per-minute"),
    help: "Texts per minute above which a violation is noted; 0 does not count.")
  var textsPerMinute = 0
  @Flag(
    name: .customLong("until-input-ends"),
    help: "Also stop when standard input ends: whoever started us has gone, however it ended.")
  var stopsWithInput = false
  @Flag(name: .customLong("sent-reports"), help: "Report sent before delivered.")
  var sendsSentReports = false
  @Flag(name: .customLong("play-result-ok"), help: "Report a played prompt as ok, not success.")
  var saysOK = false

  func validate() throws {
    guard speed > 0 else { throw ValidationError("--speed must be above 0.") }
    guard (0...65_535).contains(port) else { throw ValidationError("--port is 0 to 65535.") }
  }

  func run() async throws {
    let server = MockLineServer(
      configuration: lineConfiguration, clock: RealLineClock(speed: speed))
    var logger = Logger(label: "mockline")
    logger.logLevel = .error
    let group = ServiceGroup(
      configuration: .init(
        services: [.init(service: server)], gracefulShutdownSignals: [.sigterm, .sigint],
        logger: logger))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      if stopsWithInput { InputEnd.stop(group) }
      // Written past the buffer, so that whoever started us through a pipe reads it at once.
      let line = "mockline: phones at \(await address(of: server))\n"
      FileHandle.standardOutput.write(Data(line.utf8))
      try await tasks.next()
    }
  }

  private func address(of server: MockLineServer) async -> String {
    if let publicURL { return publicURL }
    return "http://\(bind):\(await server.port)/"
  }

  private var lineConfiguration: MockLineConfiguration {
    var configuration = MockLineConfiguration()
    configuration.host = bind
    configuration.port = port
    configuration.password = password
    configuration.publicURL = publicURL
    configuration.seed = seed
    configuration.company.deliverySeconds = deliverySeconds
    configuration.company.textsPerMinuteLimit = textsPerMinute > 0 ? textsPerMinute : nil
    configuration.company.sendsSentReports = sendsSentReports
    configuration.company.playResultWord = saysOK ? "ok" : "success"
    configuration.company.ourNumbers = ourNumbers
    configuration.company.smsURL = smsURL
    configuration.company.voiceURL = voiceURL
    return configuration
  }
}
