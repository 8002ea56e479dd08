import CheckinFlows

extension StoryWorld {
  /// Lets time pass, with everything that falls due on the way. False when it never ends.
  func pass(to time: Instant) -> Bool {
    for _ in 0..<10_000 {
      guard let next = nextMoment, next <= time else {
        now = max(now, time)
        return true
      }
      now = max(now, next)
      happen()
    }
    return false
  }

  private var nextMoment: Instant? {
    let deadlines = isDown ? [] : watches.compactMap(\.dueAt) + cases.compactMap(\.nextStepAt)
    return (coming.map(\.at) + deadlines).min()
  }

  /// One thing that is due now: first what providers tell, then cases, then watches.
  private func happen() {
    if let index = coming.firstIndex(where: { $0.at <= now }) {
      take(coming.remove(at: index).fact)
    } else if let index = cases.firstIndex(where: { ($0.nextStepAt ?? .distant) <= now }) {
      apply(.deadlinePassed, toCaseAt: index)
    } else if let index = watches.firstIndex(where: { ($0.dueAt ?? .distant) <= now }) {
      apply(.deadlinePassed, toWatchAt: index)
    }
  }

  private func take(_ fact: ComingFact) {
    switch fact {
    case .attempt(let id, let number, let fact):
      apply(.attempt(number, fact), to: id)
    case .key(let id, let number, let key, let code):
      guard let event = event(key: key, code: code, .ourCall(attempt: number), of: id) else {
        return
      }
      apply(event, to: id)
    }
  }

  /// What a key means, as the call's menu would have it.
  func event(key: Character, code: String?, _ deed: Deed, of id: WatchID) -> WatchEvent? {
    let person = watches.first { $0.id == id }?.person
    let verdict = code.flatMap { code in
      people.first { $0.id == person }?.verdict(on: code)
    }
    switch key {
    case "1": return .close(deed, code: verdict)
    case "2": return .extend(minutes: policy.extendDefaultMinutes, deed)
    case "9": return .help(silent: false, deed)
    case "0": return .callMe(deed)
    default: return nil
    }
  }
}

extension Watch {
  /// When the watch wakes by itself.
  var dueAt: Instant? {
    guard case .at(let due) = nextStep else { return nil }
    return due
  }
}

extension Instant {
  static let distant = Instant(milliseconds: .max)
}
