import GatewayEngine
import GatewayHTTP
import Logging
import ServiceLifecycle

/// Keeps the clocks in step with what happens, and with each other.
struct DemoConductor: Service {
  let pace: DemoPace
  let clock: DemoClock
  let signals: EngineSignals
  let telephone: DemoTelephone
  let client: CurlClient
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        let seen = signals.generation(of: .console)
        let face = clock.face
        await keepInStep()
        if clock.face != face { signals.raise(.console) }
        try? await signals.wait(for: .console, beyond: seen)
      }
    }
  }

  private func keepInStep() async {
    do {
      try await pace.settle()
      try await telephone.tell(clock.face, through: client)
    } catch {
      logger.error("demo.clock", metadata: ["error": "\(type(of: error))"])
    }
  }
}
