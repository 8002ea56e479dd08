extension Watch {
  /// More time, counted from the later of now and the end.
  mutating func extend(
    minutes: Int, _ deed: Deed, at now: Instant, in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    guard (1...Policy.longestExtensionWordMinutes).contains(minutes) else {
      return hear(.ambiguous(""), answered: true, at: now, in: surroundings)
    }
    return moveEnd(
      to: max(now, end).adding(minutes: minutes), deed, at: now, in: surroundings)
  }

  mutating func set(
    end newEnd: Instant, _ deed: Deed, at now: Instant, in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    guard newEnd > now else {
      return hear(.ambiguous(""), answered: true, at: now, in: surroundings)
    }
    return moveEnd(to: newEnd, deed, at: now, in: surroundings)
  }

  private mutating func moveEnd(
    to newEnd: Instant, _ deed: Deed, at now: Instant, in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    if isOld(deed) { return hearOldText(at: now, in: surroundings) }
    let confirmed = confirmAttempt(deed, at: now)
    if let holdingCase {
      let reply: [WatchEffect] =
        deed.isText && !isSilent ? [.text(.extensionDuringCase)] : []
      return confirmed + [.tellCase(holdingCase.id, .extensionWish(end: newEnd))] + reply
    }
    if newEnd == end { return confirmed + [.text(.statusOn(end: end))] }
    guard allows(newEnd, at: now, in: surroundings.policy) else {
      return confirmed
        + [.log(.extensionRefused(wanted: newEnd)), .text(.extensionLimit(end: end))]
    }
    return confirmed + adopt(newEnd, deed, at: now, in: surroundings.policy)
  }

  /// An earlier end fails early and is always allowed; a later one has two limits.
  public func allows(_ newEnd: Instant, at now: Instant, in policy: Policy) -> Bool {
    guard newEnd > end else { return newEnd > now }
    let step = newEnd.seconds(since: max(now, end))
    let total = newEnd.seconds(since: firstEnd)
    return step <= policy.extendLongestMinutes * 60 && total <= policy.extendTotalMinutes * 60
  }

  private mutating func adopt(
    _ newEnd: Instant, _ deed: Deed, at now: Instant, in policy: Policy
  ) -> [WatchEffect] {
    let old = end
    end = newEnd
    latestReceiptAt = now
    beginRound(at: now, in: policy)
    guard newEnd < old else {
      return [.log(.extended(from: old, to: end, deed)), .text(.extended(end: end))]
    }
    return [.log(.movedEarlier(from: old, to: end, deed)), .text(.earlier(end: end))]
  }
}
