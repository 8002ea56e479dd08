import GatewayEngine
import GatewayStore
import GatewayVoice
import Logging
import ServiceLifecycle

/// Wakes the engine when another process, such as a command, has changed the database.
struct ExternalChanges: Service {
  let store: SQLiteStore
  let signals: EngineSignals

  func run() async throws {
    await cancelWhenGracefulShutdown {
      for await _ in store.externalChanges() { signals.somethingChanged() }
    }
  }
}

/// Renders what will be spoken before somebody waits for it; what cannot be is a fault case.
struct PromptWarmUp: Service {
  let audio: PromptLibrary
  let desk: TelephoneDesk?
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      let missing = await desk?.warmUp() ?? 0
      let report = await audio.warmUp()
      logger.info(
        "voice.warm",
        metadata: ["ready": "\(report.ready)", "missing": "\(report.missing.count + missing)"])
      try? await gracefulShutdown()
    }
  }
}
