public import struct Foundation.TimeZone

/// A part of a prompt before it is spelled out.
enum Spoken: Hashable, Sendable {
  case say(SpokenSentence)
  case time(Instant, ending: String)
  case number(PhoneNumber, ending: String)
  case reference(String, ending: String)
  case priority(Int)
}

/// Now, and where: what "i morgon" and a clock time depend on.
public struct SpokenClock: Sendable {
  public let now: Instant
  public let zone: TimeZone

  public init(now: Instant, zone: TimeZone) {
    self.now = now
    self.zone = zone
  }
}

extension Dialogue {
  func prompt(_ spoken: [Spoken], _ clock: SpokenClock) -> Prompt {
    Prompt(language, spoken.flatMap { fragments($0, clock) })
  }

  private func fragments(_ spoken: Spoken, _ clock: SpokenClock) -> [Fragment] {
    let numbers = SpokenNumbers(language)
    return switch spoken {
    case .say(let sentence): [sentence.fragment(language)]
    case .time(let time, let ending):
      SpokenTime(language, clock).fragments(time).ending(with: ending)
    case .number(let number, let ending): numbers.phone(number).ending(with: ending)
    case .reference(let reference, let ending): numbers.reference(reference).ending(with: ending)
    case .priority(let priority):
      [SpokenSentence.priority.fragment(language)]
        + numbers.digits(String(priority)).ending(with: ".")
    }
  }
}

extension [Fragment] {
  /// The pause at the end of a sentence or a group belongs to its last word.
  func ending(with mark: String) -> [Fragment] {
    guard let last else { return self }
    return dropLast() + [Fragment(key: last.key, words: last.words + mark)]
  }
}
