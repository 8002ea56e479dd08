import GatewayEngine
import GatewayWeb
import Synchronization

/// Checks as the test sets them, metrics as the engine counts them.
final class ScriptedHealth: HealthSource {
  private let list = Mutex<[HealthCheck]>([])
  let counters: EngineMetrics

  init(_ counters: EngineMetrics) { self.counters = counters }

  func set(_ checks: HealthCheck...) { list.withLock { $0 = checks } }

  func checks() async -> [HealthCheck] { list.withLock { $0 } }
  func metrics() async -> String { PrometheusText.render(counters) }
}
