import Foundation
import Synchronization

/// A program of ours as its own process.
final class RealProcess: Sendable {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private struct State {
    var output = ""
    var isDrained = false
    var status: Int32?
  }

  private let identifier: Int32
  private let state = Mutex(State())

  /// Starts a binary from the folder that these tests were built into.
  init(_ name: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = try Self.binaries().appending(path: name)
    process.arguments = arguments
    let inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GATEWAYD_") }
    process.environment = inherited.merging(environment) { _, new in new }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    // Set before the start, so that no end is missed.
    let ended = EndKeeper()
    process.terminationHandler = { ended.keep($0.terminationStatus, $0.terminationReason) }
    try process.run()
    identifier = process.processIdentifier
    pipe.fileHandleForReading.readabilityHandler = { [weak self] handle in
      let data = handle.availableData
      guard !data.isEmpty else {
        self?.state.withLock { $0.isDrained = true }
        return handle.readabilityHandler = nil
      }
      self?.state.withLock { $0.output += String(decoding: data, as: UTF8.self) }
    }
    ended.whenEnded { [weak self] status in self?.state.withLock { $0.status = status } }
  }

  deinit { kill(SIGKILL) }

  /// All that it has written so far.
  var output: String { state.withLock { $0.output } }
  /// The exit status; a signal counts as its number below zero. `nil` while it runs.
  var status: Int32? { state.withLock { $0.status } }

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
    try await Wait.until("the process ends") {
      self.state.withLock { $0.status != nil && $0.isDrained }
    }
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

/// Remembers the end of a process that may come before anybody asks.
private final class EndKeeper: Sendable {
  private struct State {
    var status: Int32?
    var listener: (@Sendable (Int32) -> Void)?
  }

  private let state = Mutex(State())

  func keep(_ status: Int32, _ reason: Process.TerminationReason) {
    let value = reason == .uncaughtSignal ? -status : status
    let listener = state.withLock { state in
      state.status = value
      return state.listener
    }
    listener?(value)
  }

  func whenEnded(_ listener: @escaping @Sendable (Int32) -> Void) {
    let known = state.withLock { state in
      state.listener = listener
      return state.status
    }
    if let known { listener(known) }
  }
}
