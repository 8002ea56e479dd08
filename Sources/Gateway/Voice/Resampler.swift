import Foundation

/// Changes the sample rate with a windowed-sinc low-pass, one set of weights for each phase.
struct Resampler: Sendable {
  private let up: Int
  private let down: Int
  /// How many input samples on each side shape one output sample.
  private let reach: Int
  private let weights: [[Float]]
  private let outputRate: Int

  /// Zero crossings of the sinc on each side: enough for 60 dB beyond the cut-off.
  private static let crossings = 16.0
  /// Where the low-pass cuts, as a part of the lower rate; half of it is the theoretical limit.
  private static let cutoff = 0.45

  /// The rate that espeak-ng speaks at; its weights are worked out once.
  static let fromEspeak = Resampler(from: 22_050, to: Wave.telephoneRate)

  static func toTelephone(from rate: Int) -> Resampler {
    rate == 22_050 ? fromEspeak : Resampler(from: rate, to: Wave.telephoneRate)
  }

  init(from inputRate: Int, to outputRate: Int) {
    let divisor = Self.greatestCommonDivisor(inputRate, outputRate)
    up = outputRate / divisor
    down = inputRate / divisor
    self.outputRate = outputRate
    // Cut-off in cycles for each input sample.
    let cutoff = Self.cutoff * min(1, Double(outputRate) / Double(inputRate))
    let reach = Int((Self.crossings / (2 * cutoff)).rounded(.up))
    self.reach = reach
    weights = (0..<up).map { [up] phase in
      Self.weights(offset: Double(phase) / Double(up), cutoff: cutoff, reach: reach)
    }
  }

  func resample(_ sound: Sound) -> Sound {
    guard up != down, !sound.samples.isEmpty else { return sound }
    let count = (sound.samples.count * up + down - 1) / down
    let input = sound.samples
    var output: [Int16] = []
    output.reserveCapacity(count)
    input.withUnsafeBufferPointer { samples in
      for index in 0..<count { output.append(sample(index, samples)) }
    }
    return Sound(samples: output, sampleRate: outputRate)
  }

  private func sample(_ index: Int, _ samples: UnsafeBufferPointer<Int16>) -> Int16 {
    let position = index * down
    let first = position / up - reach + 1
    return weights[position % up].withUnsafeBufferPointer { weights in
      var sum: Float = 0
      var tap = max(0, -first)
      let end = min(weights.count, samples.count - first)
      while tap < end {
        sum += weights[tap] * Float(samples[first &+ tap])
        tap &+= 1
      }
      return Int16(max(-32768, min(32767, sum.rounded())))
    }
  }

  /// Weights of the input samples around a point that lies `offset` after one of them, scaled so
  /// that they sum to one: a steady level stays what it was.
  private static func weights(offset: Double, cutoff: Double, reach: Int) -> [Float] {
    let raw = ((1 - reach)...reach).map { tap -> Double in
      let distance = Double(tap) - offset
      let window = 0.5 + 0.5 * cos(.pi * max(-1, min(1, distance / Double(reach))))
      let angle = 2 * .pi * cutoff * distance
      return (angle == 0 ? 1 : sin(angle) / angle) * window
    }
    let sum = raw.reduce(0, +)
    return raw.map { Float($0 / sum) }
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? a : greatestCommonDivisor(b, a % b)
  }
}
