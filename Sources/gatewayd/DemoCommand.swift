import ArgumentParser
import Foundation
import Gateway
import Logging

struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Try the service in a browser: invented people, phones that ring, time that flies.",
    discussion: "Everything is on this machine and is thrown away at the end. Ctrl-C ends it.")
  @Option(help: "How fast time passes from the start: 1, 10 or 60.") var speed = 1
  @Option(help: "Port of the page.") var port = 8080
  @Flag(name: .customLong("no-seed"), help: "Begin without people and operators.")
  var isEmpty = false

  func validate() throws {
    guard [1, 10, 60].contains(speed) else { throw ValidationError("--speed is 1, 10 or 60.") }
    guard (1...65_535).contains(port) else { throw ValidationError("--port is 1 to 65535.") }
  }

  func run() async throws {
    var demo = Demo()
    demo.speed = speed
    demo.port = port
    demo.seeds = !isEmpty
    try await demo.run(logger: LogSetup.bootstrapForDemo()) { page, phones in
      let text =
        """

          The demo is running. Open this address in a browser:

              \(page)

          The phones alone:  \(phones)
          Ctrl-C ends it; nothing is kept.


        """
      // Past the buffer, so that whoever started us through a pipe reads it at once.
      FileHandle.standardOutput.write(Data(text.utf8))
    }
  }
}
