/// What the demo's page may ask of the demo. The service itself has none of this.
package protocol DemoDesk: Sendable {
  /// Where the phones are, and whose they are.
  var stage: DemoStage { get }
  /// Waits until there is something new: an entry after `sequence`, or a state unlike `known`.
  /// `nil` when the demo ends.
  func news(after sequence: Int64, unlike known: DemoState?) async -> DemoNews?
  func choose(speed: Int) async throws
  func skip() async throws -> DemoSkip
}

/// What became of a wish to go to the next step.
package enum DemoSkip: String, Encodable, Sendable {
  case skipped
  case callIsLive
  case somethingIsLeaving
  case comesAtOnce
  case nothingIsComing
}

package struct DemoStage: Encodable, Sendable {
  package struct Phone: Encodable, Sendable {
    package let name: String
    package let number: String

    package init(name: String, number: String) {
      self.name = name
      self.number = number
    }
  }

  /// The port of the page of phones, on the same machine as this page.
  package let linePort: Int
  package let service: String
  package let people: [Phone]
  package let operators: [Phone]

  package init(linePort: Int, service: String, people: [Phone], operators: [Phone]) {
    self.linePort = linePort
    self.service = service
    self.people = people
    self.operators = operators
  }
}
