package import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization

/// What a telephone company needs to know to open.
package struct MockLineConfiguration: Sendable {
  package var host = "127.0.0.1"
  /// 0 takes any free port.
  package var port = 0
  package var password = "secret"
  /// Where people reach the page of phones; only printed.
  package var publicURL: String?
  /// Fixes chance and ids; nil draws them anew at each start.
  package var seed: UInt64?
  package var company = CompanySettings()

  package init() {}
}

/// The mock telephone company as a running service.
package final class MockLineServer: Service {
  private let configuration: MockLineConfiguration
  let switchboard: Switchboard
  private let boundPort = Mutex<Int?>(nil)
  private let opened: AsyncStream<Int>
  private let openedInlet: AsyncStream<Int>.Continuation

  package init(configuration: MockLineConfiguration, clock: any LineClock = RealLineClock()) {
    self.configuration = configuration
    let face = ElksFace(
      password: configuration.password,
      playResultWord: configuration.company.playResultWord)
    let company = Company(
      settings: configuration.company, faces: [face],
      seed: configuration.seed ?? UInt64.random(in: .min ... .max))
    switchboard = Switchboard(
      company: company, clock: clock, client: NIOWebhookClient())
    (opened, openedInlet) = AsyncStream.makeStream()
  }

  /// Opens the line and keeps it open until the task is cancelled or the service group shuts down.
  package func run() async throws {
    // Whoever waits for the port must not wait for a server that could not open it.
    defer { openedInlet.finish() }
    var logger = Logger(label: "mockline")
    logger.logLevel = .error
    let application = Application(
      responder: LineResponder(switchboard: switchboard),
      configuration: ApplicationConfiguration(
        address: .hostname(configuration.host, port: configuration.port)),
      onServerRunning: { [weak self] channel in
        self?.didOpen(channel.localAddress?.port ?? 0)
      },
      logger: logger)
    let group = ServiceGroup(
      configuration: .init(services: [.init(service: application)], logger: logger))
    let switchboard = switchboard
    // A task of its own: cancelling the web server while it accepts a connection traps, so that
    // a cancellation becomes an orderly shutdown here.
    let task = Task {
      try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask { await switchboard.run() }
        tasks.addTask { try await group.run() }
        defer { tasks.cancelAll() }
        try await tasks.next()
      }
    }
    let close: @Sendable () -> Void = {
      switchboard.dismissAll()
      // Triggering is asynchronous; `task` ends when it has taken effect.
      Task { await group.triggerGracefulShutdown() }
    }
    try await withTaskCancellationHandler {
      try await withGracefulShutdownHandler {
        try await task.value
      } onGracefulShutdown: {
        close()
      }
    } onCancel: {
      close()
    }
  }

  private func didOpen(_ port: Int) {
    boundPort.withLock { $0 = port }
    openedInlet.yield(port)
    openedInlet.finish()
  }

  /// The port it listens on; waits until it does. Ask from one task at a time.
  package var port: Int {
    get async {
      if let port = boundPort.withLock({ $0 }) { return port }
      for await port in opened { return port }
      return boundPort.withLock { $0 } ?? 0
    }
  }

  /// Returns when nothing that is due at the clock's present time is left to do or on its way:
  /// no text to deliver, no key to press, no webhook or audio file under way, no answer unwritten.
  ///
  /// A test that drives the clock advances it, then waits here, then looks.
  package func quiesce() async {
    await switchboard.quiesce()
  }

  /// Grows with everything that happens here. Two parties are quiet together when both have
  /// been quiesced in turn and neither count has changed.
  package var activityCount: Int { switchboard.read { $0.activityCount } }

  /// When the next thing is due on the line's clock, nil when nothing is planned.
  package var nextDue: Date? { switchboard.read { $0.agenda.nextDue } }
}
