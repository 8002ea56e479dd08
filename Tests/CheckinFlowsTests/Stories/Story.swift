import CheckinFlows
import Foundation

/// A story in plain text: what people do, and every word that reaches somebody, in order.
///
/// Nothing may be said that the story does not tell: silence is part of it. Lines before the first
/// time set the stage:
///
///     date 2026-11-24
///     person Cleo code 4711 duress 4712
///     operator Olle rung 1 off duty
///     policy attempts 3
struct Story {
  let world: StoryWorld
  private var date: CivilDate

  /// Plays a story. Nil when all came as told, else which line differs and how.
  static func difference(in text: String) -> String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard var story = Story(firstDateOf: lines) else { return "there is no line “date 2026-11-24”" }
    for (index, line) in lines.enumerated() {
      guard let problem = story.play(line.trimmingCharacters(in: .whitespaces)) else { continue }
      return "line \(index + 1): \(line)\n  \(problem)"
    }
    return story.unsaid.map { "after the last line: \($0)" }
  }

  private init?(firstDateOf lines: [String]) {
    guard let line = lines.first(where: { $0.hasPrefix("date ") }) else { return nil }
    let parts = line.dropFirst(5).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3,
      let date = CivilDate(year: parts[0], month: parts[1], day: parts[2])
    else { return nil }
    self.date = date
    world = StoryWorld(at: TenantZone.stockholm.instants(on: date, minuteOfDay: 0)[0])
  }

  private mutating func play(_ line: String) -> String? {
    if line.isEmpty || line.hasPrefix("#") || line.hasPrefix("date ") { return nil }
    guard line.first?.isNumber == true else { return StoryStage.set(line, in: world) }
    let (clock, sentence) = line.cut(at: " ")
    guard let time = StoryClock.time(clock, after: world.now, in: world.zone) else {
      return "“\(clock)” is no time"
    }
    guard world.pass(to: time) else { return "time stands still: deadlines chase each other" }
    return isSaid(sentence) ? hear(sentence) : unsaid ?? world.act(sentence)
  }

  /// Whether the line tells what the service says, rather than what somebody does.
  private func isSaid(_ sentence: String) -> Bool {
    let marks = [" < ", " rings", " is paged:", " is told", " is called", "refused: "]
    return marks.contains { sentence.contains($0) } && !sentence.contains(" > ")
  }

  private func hear(_ sentence: String) -> String? {
    let (words, answer) = sentence.cut(at: "; ")
    guard !world.said.isEmpty else { return "nothing was said" }
    let line = world.said.removeFirst()
    guard line.at == world.now, matches(line.words, words) else {
      return "it was instead: \(StoryClock.words(line.at, in: world.zone)) \(line.words)"
    }
    guard !answer.isEmpty else { return nil }
    let (name, _) = words.cut(at: " ")
    return world.personIndex(name).map { world.answer(answer, personAt: $0) } ?? nil
  }

  /// An ellipsis at the end stands for the rest of the sentence.
  private func matches(_ actual: String, _ told: String) -> Bool {
    told.hasSuffix("…") ? actual.hasPrefix(told.dropLast()) : actual == told
  }

  private var unsaid: String? {
    world.said.first.map {
      "the story does not tell: \(StoryClock.words($0.at, in: world.zone)) \($0.words)"
    }
  }
}
