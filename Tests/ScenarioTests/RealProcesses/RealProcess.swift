import Foundation
import Synchronization

/// A program of ours as its own process, started with `posix_spawn`: Foundation's `Process` is not
/// safe to start many of at the same time.
final class RealProcess: Sendable {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let identifier: pid_t
  private let ended = Mutex<Int32?>(nil)
  /// A file and not a pipe: a pipe would be inherited by whatever else is started meanwhile.
  private let outputFile: URL

  /// Starts a binary from the folder that these tests were built into.
  init(_ name: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    outputFile = FileManager.default.temporaryDirectory
      .appending(path: "trygghet-output-\(UUID().uuidString)")
    let program = try Self.binaries().appending(path: name).path
    let inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GATEWAYD_") }
    let variables = inherited.merging(environment) { _, new in new }
    identifier = try Self.spawn(
      program, [program] + arguments, variables.map { "\($0.key)=\($0.value)" },
      output: outputFile.path)
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ variables: [String], output: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var identifier: pid_t = 0
    let argumentList = arguments.map { strdup($0) } + [nil]
    let variableList = variables.map { strdup($0) } + [nil]
    defer { (argumentList + variableList).forEach { free($0) } }
    let error = posix_spawn(&identifier, program, &actions, nil, argumentList, variableList)
    guard error == 0 else { throw Failure(description: "cannot start: error \(error)") }
    return identifier
  }

  deinit {
    kill(SIGKILL)
    var status: Int32 = 0
    if ended.withLock({ $0 }) == nil { waitpid(identifier, &status, 0) }
    try? FileManager.default.removeItem(at: outputFile)
  }

  /// All that it has written so far.
  var output: String { (try? String(contentsOf: outputFile, encoding: .utf8)) ?? "" }

  /// The exit status; a signal counts as its number below zero. `nil` while it runs.
  var status: Int32? {
    ended.withLock { known in
      var status: Int32 = 0
      guard known == nil, waitpid(identifier, &status, WNOHANG) == identifier else { return known }
      let signal = status & 0x7F
      known = signal == 0 ? (status >> 8) & 0xFF : -signal
      return known
    }
  }

  func kill(_ signal: Int32) {
    guard status == nil else { return }
    _ = Foundation.kill(identifier, signal)
  }

  @discardableResult
  func untilItWrites(_ words: String) async throws -> String {
    try await Wait.until("\(words) is written", or: { self.status != nil }) {
      self.output.contains(words)
    }
    guard output.contains(words) else { throw Failure(description: output) }
    return output
  }

  @discardableResult
  func untilItEnds() async throws -> Int32 {
    try await Wait.until("the process ends") { self.status != nil }
    return status ?? 0
  }

  /// Runs a command to its end and returns what it wrote.
  static func run(
    _ name: String, _ arguments: [String], environment: [String: String] = [:]
  ) async throws -> (status: Int32, output: String) {
    let process = try RealProcess(name, arguments, environment: environment)
    let status = try await process.untilItEnds()
    return (status, process.output)
  }

  private static func binaries() throws -> URL {
    let source = URL(filePath: #filePath)
    let root = source.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    // The test bundle lies beside the binaries, whatever configuration it was built in.
    let bundles = ProcessInfo.processInfo.arguments.filter { $0.contains(".xctest") }.map {
      URL(filePath: String($0.prefix(upTo: $0.range(of: ".xctest")?.upperBound ?? $0.endIndex)))
        .deletingLastPathComponent()
    }
    let candidates = bundles + [root.appending(path: ".build/debug")]
    guard
      let found = candidates.first(where: {
        FileManager.default.isExecutableFile(atPath: $0.appending(path: "gatewayd").path)
      })
    else { throw Failure(description: "gatewayd is not built. Run swift build first.") }
    return found
  }
}
