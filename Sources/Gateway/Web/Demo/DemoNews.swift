/// What has come to the log, and how things stand.
package struct DemoNews: Sendable {
  package let lines: [DemoLine]
  package let state: DemoState

  package init(lines: [DemoLine], state: DemoState) {
    self.lines = lines
    self.state = state
  }
}

/// A sentence in both languages; the page shows one.
package struct DemoWords: Hashable, Encodable, Sendable {
  package let sv: String
  package let en: String

  package init(sv: String, en: String) {
    self.sv = sv
    self.en = en
  }
}

/// One entry of the log.
package struct DemoLine: Encodable, Sendable {
  package let sequence: Int64
  /// Milliseconds since 1970.
  package let at: Int64
  package let kind: String
  /// Of interest to those who look behind the scenes only.
  package let isDetail: Bool
  /// The case that it belongs to, as operators write it.
  package let reference: String?
  package let words: DemoWords

  package init(
    sequence: Int64, at: Int64, kind: String, isDetail: Bool, reference: String? = nil,
    words: DemoWords
  ) {
    self.sequence = sequence
    self.at = at
    self.kind = kind
    self.isDetail = isDetail
    self.reference = reference
    self.words = words
  }
}

/// How things stand now. Equal states are not sent twice, so it holds no running time.
package struct DemoState: Hashable, Encodable, Sendable {
  /// One moment on the machine's clock and on the demo's, in milliseconds since 1970.
  package let real: Int64
  package let demo: Int64
  package let speed: Int
  package let chosenSpeed: Int
  /// Why time passes as in life although another speed was chosen, or why nothing can be skipped.
  package let isCallLive: Bool
  package let canSkip: Bool
  /// What comes when nobody does anything, soonest first.
  package let next: [DemoStep]

  package init(
    real: Int64, demo: Int64, speed: Int, chosenSpeed: Int, isCallLive: Bool, canSkip: Bool,
    next: [DemoStep]
  ) {
    self.real = real
    self.demo = demo
    self.speed = speed
    self.chosenSpeed = chosenSpeed
    self.isCallLive = isCallLive
    self.canSkip = canSkip
    self.next = next
  }
}

package struct DemoStep: Hashable, Encodable, Sendable {
  package let at: Int64
  package let words: DemoWords

  package init(at: Int64, words: DemoWords) {
    self.at = at
    self.words = words
  }
}
