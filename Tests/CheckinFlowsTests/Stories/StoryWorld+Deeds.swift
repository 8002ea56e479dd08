import CheckinFlows
import Foundation

extension StoryWorld {
  /// Does what a line says somebody did. Nil when it is done, else what is wrong with the line.
  func act(_ sentence: String) -> String? {
    switch sentence {
    case "the gateway goes down":
      isDown = true
      return nil
    case "the gateway comes up":
      isDown = false
      return pass(to: now) ? nil : "time stands still"
    default:
      break
    }
    let (name, deed) = sentence.cut(at: " ")
    if let index = personIndex(name) { return act(deed, personAt: index) }
    if let index = operators.firstIndex(where: { $0.name == name }) {
      return act(deed, operatorAt: index)
    }
    return "nobody is called “\(name)”"
  }

  private func act(_ deed: String, personAt index: Int) -> String? {
    if deed.hasPrefix("> ") { return text(String(deed.dropFirst(2)), personAt: index) }
    if deed.hasPrefix("calls and presses ") {
      return call(String(deed.dropFirst("calls and presses ".count)), personAt: index)
    }
    if deed.hasPrefix("is ") { return check(String(deed.dropFirst(3)), personAt: index) }
    return "a person does not “\(deed)”"
  }

  private func text(_ words: String, personAt index: Int) -> String? {
    guard let range = words.range(of: " (sent ") else {
      receive(words, fromPersonAt: index, sentAt: now)
      return nil
    }
    guard let minute = StoryClock.minuteOfDay(String(words[range.upperBound...].dropLast())) else {
      return "no time after “sent”"
    }
    let today = zone.wallClock(at: now).date
    let sentAt = zone.instants(on: today, minuteOfDay: minute)[0]
    receive(String(words[..<range.lowerBound]), fromPersonAt: index, sentAt: sentAt)
    return nil
  }

  private func call(_ keys: String, personAt index: Int) -> String? {
    guard let watch = watchIndex(of: people[index].id) else { return "there is no live watch" }
    let (key, code) = keys.cut(at: " and ")
    guard let first = key.first,
      let event = event(
        key: first, code: code.isEmpty ? nil : code, .theirCall, of: watches[watch].id)
    else { return "“\(keys)” is no key" }
    apply(event, toWatchAt: watch)
    return nil
  }

  private func check(_ state: String, personAt index: Int) -> String? {
    let id = people[index].id
    let watch = watches.last { $0.person == id }
    let actual = watch.map { watch in
      guard case .closed(let outcome, _) = watch.phase else { return watch.phase.name }
      return "closed \(outcome.rawValue)"
    }
    let words = actual ?? "not watched"
    return words == state ? nil : "\(people[index].name) is \(words)"
  }

  /// What the person's telephone does with our call, as facts that come later.
  func answer(_ how: String, personAt index: Int) -> String? {
    guard let watch = watches.last(where: { $0.person == people[index].id }),
      let attempt = watch.attempts.last
    else { return "nobody was called" }
    func later(_ seconds: Int, _ fact: AttemptFact) {
      coming.append((now.adding(seconds: seconds), .attempt(watch.id, attempt.number, fact)))
    }
    switch how {
    case "nothing is told": break
    case "the call is refused": later(1, .ended(.refused))
    case "busy":
      later(1, .placed)
      later(3, .ended(.busy))
    case "nobody answers":
      later(1, .placed)
      later(26, .ended(.noAnswer))
    case "voicemail":
      later(1, .placed)
      later(20, .pickedUp)
      later(45, .ended(.voicemail))
    case _ where how.hasPrefix("presses "):
      let (key, code) = String(how.dropFirst("presses ".count)).cut(at: " and ")
      later(5, .pickedUp)
      coming.append(
        (
          now.adding(seconds: 15),
          .key(watch.id, attempt.number, key: key.first ?? "?", code: code.isEmpty ? nil : code)
        ))
      later(20, .ended(.hungUp))
    default: return "a telephone does not “\(how)”"
    }
    return nil
  }
}

extension String {
  /// The parts before and after the first separator.
  func cut(at separator: String) -> (String, String) {
    guard let range = range(of: separator) else { return (self, "") }
    return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
  }
}
