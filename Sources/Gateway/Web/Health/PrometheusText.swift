package import GatewayEngine

/// Prometheus' text format 0.0.4.
package enum PrometheusText {
  package static func render(_ metrics: EngineMetrics) -> String {
    metrics.snapshot().map { metric, samples in
      let name = "gatewayd_\(metric.rawValue)"
      let head = "# HELP \(name) \(metric.help)\n# TYPE \(name) \(metric.kind.rawValue)\n"
      // Samples in a steady order; a histogram's own lines stay as they rise.
      let rows = samples.map { lines(of: name, $0).joined(separator: "\n") }
      return head + rows.sorted().joined(separator: "\n") + "\n"
    }.joined()
  }

  private static func lines(of name: String, _ sample: EngineMetrics.Sample) -> [String] {
    let pairs = sample.labels.pairs.map { ($0.name, $0.value) }
    switch sample.value {
    case .number(let number): return ["\(name)\(labels(pairs)) \(text(number))"]
    case .histogram(let histogram): return lines(of: name, histogram, pairs)
    }
  }

  private static func lines(
    of name: String, _ histogram: EngineMetrics.Histogram, _ pairs: [(String, String)]
  ) -> [String] {
    var lines: [String] = []
    var below = 0
    for (bound, count) in zip(EngineMetrics.bucketBoundsSeconds, histogram.counts) {
      below += count
      lines.append("\(name)_bucket\(labels(pairs + [("le", text(bound))])) \(below)")
    }
    lines.append("\(name)_bucket\(labels(pairs + [("le", "+Inf")])) \(histogram.count)")
    lines.append("\(name)_count\(labels(pairs)) \(histogram.count)")
    lines.append("\(name)_sum\(labels(pairs)) \(text(histogram.sumSeconds))")
    return lines
  }

  private static func labels(_ pairs: [(String, String)]) -> String {
    guard !pairs.isEmpty else { return "" }
    let inside = pairs.map { name, value in
      let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        .replacing("\n", with: "\\n")
      return "\(name)=\"\(escaped)\""
    }
    return "{\(inside.joined(separator: ","))}"
  }

  private static func text(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
  }
}
