extension Sound {
  /// Quieter than this is silence at the ends of a fragment.
  private static let quiet = 160
  /// Kept around the sound, so that soft consonants are not cut.
  private static let marginSeconds = 0.03

  /// At the telephone's rate, without the silence around it.
  func forTelephone() -> Sound {
    Resampler.toTelephone(from: sampleRate).resample(self).trimmed()
  }

  private func trimmed() -> Sound {
    let isLoud = { (sample: Int16) in Int(sample.magnitude) > Self.quiet }
    guard let first = samples.firstIndex(where: isLoud),
      let last = samples.lastIndex(where: isLoud)
    else { return self }
    let margin = Int(Self.marginSeconds * Double(sampleRate))
    let kept = samples[max(0, first - margin)...min(samples.count - 1, last + margin)]
    return Sound(samples: Array(kept), sampleRate: sampleRate)
  }

  static func silence(milliseconds: Int) -> Sound {
    let count = Wave.telephoneRate * milliseconds / 1000
    return Sound(samples: Array(repeating: 0, count: count), sampleRate: Wave.telephoneRate)
  }
}
