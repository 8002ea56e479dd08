import CheckinFlows

/// The lines that set the stage.
enum StoryStage {
  /// Nil when the line was understood.
  static func set(_ line: String, in world: StoryWorld) -> String? {
    let words = line.split(separator: " ").map(String.init)
    guard words.count >= 2 else { return "no such line" }
    switch words[0] {
    case "person": world.people.append(person(words, number: world.people.count))
    case "operator": world.operators.append(standby(words, number: world.operators.count))
    case "policy": return policy(words, in: world)
    default: return "a story has no line “\(words[0])”"
    }
    return nil
  }

  private static func person(_ words: [String], number: Int) -> StoryPerson {
    var person = StoryPerson(
      id: PersonID(rawValue: Int64(number + 1)), name: words[1],
      number: StoryWorld.number(10 + number))
    person.code = words.after("code")
    person.duressCode = words.after("duress")
    person.isPaused = words.contains("paused")
    person.isRegistered = !words.contains("unknown")
    if words.contains("english") { person.language = .english }
    return person
  }

  private static func standby(_ words: [String], number: Int) -> StoryOperator {
    StoryOperator(
      id: OperatorID(rawValue: Int64(number + 1)), name: words[1],
      rung: words.after("rung").flatMap { Int($0) } ?? number, isOnDuty: !words.contains("off"))
  }

  private static func policy(_ words: [String], in world: StoryWorld) -> String? {
    guard words.count == 3, let value = Int(words[2]) else { return "policy NAME NUMBER" }
    switch words[1] {
    case "attempts": world.policy.attempts = value
    case "attemptGapSeconds": world.policy.attemptGapSeconds = value
    case "reminderSeconds": world.policy.reminderSeconds = value
    case "graceSeconds": world.policy.graceSeconds = value
    default: return "no setting “\(words[1])”"
    }
    return nil
  }
}

extension [String] {
  func after(_ word: String) -> String? {
    guard let index = firstIndex(of: word), index + 1 < count else { return nil }
    return self[index + 1]
  }
}

/// Clock times as stories write them: `21:30` or `21:30:25`.
enum StoryClock {
  static func minuteOfDay(_ clock: String) -> Int? {
    let parts = clock.split(separator: ":").map { Int($0) }
    guard parts.count >= 2, let hour = parts[0], let minute = parts[1] else { return nil }
    return hour * 60 + minute
  }

  /// The first such time from `start` on.
  static func time(_ clock: String, after start: Instant, in zone: TenantZone) -> Instant? {
    guard let minute = minuteOfDay(clock) else { return nil }
    let seconds = clock.split(separator: ":").dropFirst(2).first.flatMap { Int($0) } ?? 0
    let today = zone.wallClock(at: start).date
    for date in [today, CivilDate(daysSinceEpoch: today.daysSinceEpoch + 1)] {
      let times = zone.instants(on: date, minuteOfDay: minute).map { $0.adding(seconds: seconds) }
      if let time = times.first(where: { $0 >= start }) { return time }
    }
    return nil
  }

  static func words(_ instant: Instant, in zone: TenantZone) -> String {
    let clock = zone.wallClock(at: instant)
    let parts = [clock.hour, clock.minute] + (clock.second == 0 ? [] : [clock.second])
    return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
