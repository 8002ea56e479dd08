/// Those who are no operators: the outside path, and whoever answers for the service. They cannot
/// take the case; they are rung and texted in the operators' rhythm until somebody does.
extension Case {
  mutating func pageOutside(at now: Instant) -> [CaseEffect] {
    paging.outside = PagedOthers(calledAt: now, textedAt: now)
    return [.log(.outsideCalled), .pageOutside(text: true, call: true)]
  }

  mutating func pageAuthority(at now: Instant) -> [CaseEffect] {
    paging.authority = PagedOthers(calledAt: now, textedAt: now)
    return [.pageAuthority(text: true, call: true)]
  }

  mutating func pageOthersAgain(at now: Instant, in policy: Policy) -> [CaseEffect] {
    var effects: [CaseEffect] = []
    if let due = paging.outside?.pageAgain(at: now, in: policy) {
      effects.append(.pageOutside(text: due.text, call: due.call))
    }
    if let due = paging.authority?.pageAgain(at: now, in: policy) {
      effects.append(.pageAuthority(text: due.text, call: due.call))
    }
    return effects
  }

  func timesToPageOthers(in policy: Policy) -> [Instant] {
    [paging.outside, paging.authority].compactMap { $0?.nextPageAt(in: policy) }
  }
}

extension PagedOthers {
  func nextPageAt(in policy: Policy) -> Instant {
    min(
      calledAt.adding(seconds: policy.ringAgainSeconds),
      textedAt.adding(seconds: policy.textAgainSeconds))
  }

  /// What is due again, written down as done; `nil` when nothing is.
  mutating func pageAgain(at now: Instant, in policy: Policy) -> (text: Bool, call: Bool)? {
    let call = now >= calledAt.adding(seconds: policy.ringAgainSeconds)
    let text = now >= textedAt.adding(seconds: policy.textAgainSeconds)
    if call { calledAt = now }
    if text { textedAt = now }
    return call || text ? (text, call) : nil
  }
}
