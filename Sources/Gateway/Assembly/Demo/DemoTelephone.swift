import CheckinFlows
import Foundation
import GatewayHTTP
import ServiceLifecycle
import Synchronization

/// The mock telephone company as a child process. It ends when this process does, however that
/// happens: its standard input is a pipe that only we hold open.
final class DemoTelephone: Service {
  static let password = "secret"

  let port: Int
  private let process: Process
  private let lifeline: Pipe
  private let ended: AsyncStream<Int32>
  private let told = Mutex<DemoClock.Face?>(nil)

  /// Starts `mockline`, which must lie beside our own executable, and returns when it listens.
  init() async throws {
    let (process, input, output) = (Process(), Pipe(), Pipe())
    process.executableURL = try Self.program()
    process.arguments = [
      "serve", "--port", "0", "--until-input-ends", "--our-number", DemoPeople.service,
      "--password", Self.password,
    ]
    process.standardInput = input
    process.standardOutput = output
    let (ended, inlet) = AsyncStream<Int32>.makeStream()
    process.terminationHandler = { inlet.yield($0.terminationStatus) }
    try process.run()
    self.process = process
    self.ended = ended
    lifeline = input
    guard let port = await Self.port(in: output) else {
      process.terminate()
      throw DemoTrouble.phonesDidNotStart
    }
    self.port = port
  }

  private static func program() throws -> URL {
    let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let program = own.deletingLastPathComponent().appending(path: "mockline")
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      throw DemoTrouble.phonesAreMissing(folder: own.deletingLastPathComponent().path)
    }
    return program
  }

  /// The line that it prints ends with its address. Read on a thread of its own, because a read on
  /// a pipe waits; the thread goes on reading, so that the pipe never fills.
  private static func port(in output: Pipe) async -> Int? {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        let first = output.fileHandleForReading.availableData
        let words = String(decoding: first, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        continuation.resume(returning: words.last.flatMap { URL(string: String($0))?.port })
        while !output.fileHandleForReading.availableData.isEmpty {}
      }
    }
  }

  func run() async throws {
    try await withGracefulShutdownHandler {
      for await status in ended {
        guard status == 0 else { throw DemoTrouble.phonesEnded }
        return
      }
    } onGracefulShutdown: {
      try? self.lifeline.fileHandleForWriting.close()
    }
  }

  /// Brings the line's clock in step with ours. Called from one task only.
  func tell(_ face: DemoClock.Face, through client: CurlClient) async throws {
    guard told.withLock({ $0 }) != face else { return }
    let wish: [String: Int64] = [
      "realMilliseconds": face.real.milliseconds, "lineMilliseconds": face.demo.milliseconds,
      "speed": Int64(face.speed),
    ]
    let request = HTTPRequest(
      method: .put, url: "http://127.0.0.1:\(port)/control/clock",
      headers: [("Content-Type", "application/json")],
      body: Array(try JSONEncoder().encode(wish)), timeoutSeconds: 2)
    let response = try await client.send(request)
    guard response.status == 200 else { throw DemoTrouble.clocksDisagree }
    told.withLock { $0 = face }
  }
}

/// Why the demo cannot go on, and what to do.
enum DemoTrouble: Error, CustomStringConvertible {
  case phonesAreMissing(folder: String)
  case phonesDidNotStart
  case phonesEnded
  case clocksDisagree

  var description: String {
    switch self {
    case .phonesAreMissing(let folder):
      "The mock telephone company is not in \(folder). Build it there: swift build --product "
        + "mockline (make demo does that by itself)."
    case .phonesDidNotStart:
      "The mock telephone company did not start. Try `mockline serve` to see why."
    case .phonesEnded: "The mock telephone company has ended. Start the demo again."
    case .clocksDisagree: "The mock telephone company did not take the demo's time."
    }
  }
}
