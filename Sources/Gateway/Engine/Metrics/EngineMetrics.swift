import Synchronization

/// Counters, gauges and histograms of this process, kept in memory for whoever renders them.
package final class EngineMetrics: Sendable {
  /// Upper bounds in seconds; one more bucket takes the rest. From "at once" to "somebody should
  /// have woken up".
  package static let bucketBoundsSeconds: [Double] = [
    0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 120, 300,
  ]
  /// No metric may grow without limit; more label sets than this are dropped.
  private static let mostLabelSetsPerMetric = 200

  package struct Labels: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    package let pairs: [Pair]

    package struct Pair: Hashable, Sendable {
      package let name: String
      package let value: String
    }

    package init(dictionaryLiteral pairs: (String, String)...) {
      self.pairs = pairs.map { Pair(name: $0.0, value: $0.1) }
    }
  }

  package struct Histogram: Hashable, Sendable {
    /// One more than the bounds; not cumulated.
    package var counts = [Int](repeating: 0, count: bucketBoundsSeconds.count + 1)
    package var sumSeconds = 0.0

    package var count: Int { counts.reduce(0, +) }

    mutating func add(_ seconds: Double) {
      let bucket = bucketBoundsSeconds.firstIndex { seconds <= $0 } ?? bucketBoundsSeconds.count
      counts[bucket] += 1
      sumSeconds += seconds
    }
  }

  package enum Value: Hashable, Sendable {
    case number(Double)
    case histogram(Histogram)
  }

  package struct Sample: Sendable {
    package let labels: Labels
    package let value: Value
  }

  private let values = Mutex<[EngineMetric: [Labels: Value]]>([:])

  package init() {}

  package func count(_ metric: EngineMetric, _ labels: Labels = Labels(), by amount: Double = 1) {
    update(metric, labels) { old in
      guard case .number(let number)? = old else { return .number(amount) }
      return .number(number + amount)
    }
  }

  package func set(_ metric: EngineMetric, _ labels: Labels = Labels(), to number: Double) {
    update(metric, labels) { _ in .number(number) }
  }

  package func observe(_ metric: EngineMetric, _ labels: Labels = Labels(), seconds: Double) {
    update(metric, labels) { old in
      var histogram = Histogram()
      if case .histogram(let earlier)? = old { histogram = earlier }
      histogram.add(seconds)
      return .histogram(histogram)
    }
  }

  /// Every metric that has a value, in the order of their declaration.
  package func snapshot() -> [(metric: EngineMetric, samples: [Sample])] {
    let values = values.withLock { $0 }
    return EngineMetric.allCases.compactMap { metric in
      guard let samples = values[metric] else { return nil }
      return (metric, samples.map { Sample(labels: $0.key, value: $0.value) })
    }
  }

  package func value(_ metric: EngineMetric, _ labels: Labels = Labels()) -> Value? {
    values.withLock { $0[metric]?[labels] }
  }

  private func update(
    _ metric: EngineMetric, _ labels: Labels, _ change: (Value?) -> Value
  ) {
    values.withLock { values in
      let old = values[metric]?[labels]
      let isFull = (values[metric]?.count ?? 0) >= Self.mostLabelSetsPerMetric
      guard old != nil || !isFull else { return }
      values[metric, default: [:]][labels] = change(old)
    }
  }
}
