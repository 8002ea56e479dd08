import CheckinFlows

extension StoryWorld {
  func apply(_ event: WatchEvent, to id: WatchID) {
    guard let index = watches.firstIndex(where: { $0.id == id }) else { return }
    apply(event, toWatchAt: index)
  }

  func apply(_ event: WatchEvent, toWatchAt index: Int) {
    let hasCode = people.first { $0.id == watches[index].person }?.code != nil
    let effects = watches[index].apply(
      event, at: now,
      in: WatchSurroundings(policy: policy, hasCode: hasCode, newCase: newCaseID))
    perform(effects, of: watches[index])
  }

  func perform(_ effects: [WatchEffect], of watch: Watch) {
    let name = people.first { $0.id == watch.person }?.name ?? "?"
    for effect in effects {
      switch effect {
      case .text(let text): send(text, to: watch.person)
      case .call: say("\(name) rings")
      case .openCase(let order): open(order)
      case .tellCase(let id, let news): apply(.news(news), to: id)
      case .upgradeCase(let id, let kind): apply(.becomeGraver(kind), to: id)
      case .tellAfterwards(let afterAlarm):
        say("the security officer is told afterwards\(afterAlarm ? ", after an alarm" : "")")
      case .refused(let refusal): say("refused: \("\(refusal)".cut(at: "(").0)")
      case .log: break
      }
    }
  }

  func send(_ text: PersonText, to id: PersonID) {
    guard let index = people.firstIndex(where: { $0.id == id }) else { return }
    people[index].latestTexts.append((now, text))
    let words = Phrasebook.inLanguage(people[index].language)
      .text(text, now: now, settings: settings)
    say("\(people[index].name) < \(words)")
  }

  var caseSurroundings: CaseSurroundings {
    CaseSurroundings(
      policy: policy, ladder: ladder, isWatchLive: watches.contains(where: \.isLive))
  }

  func open(_ order: CaseOrder) {
    let (opened, effects) = Case.open(order, at: now, in: caseSurroundings)
    cases.append(opened)
    perform(effects, of: opened)
  }

  func apply(_ event: CaseEvent, to id: CaseID) {
    guard let index = cases.firstIndex(where: { $0.id == id }) else { return }
    apply(event, toCaseAt: index)
  }

  func apply(_ event: CaseEvent, toCaseAt index: Int) {
    let effects = cases[index].apply(event, at: now, in: caseSurroundings)
    perform(effects, of: cases[index])
  }

  private func perform(_ effects: [CaseEffect], of changed: Case) {
    for effect in effects {
      switch effect {
      case .page(let id, let text, let call): page(id, text: text, call: call, changed)
      case .pageOutside(let text, let call):
        say("the outside path is \(Self.paged(text: text, call: call))")
      case .pageAuthority(let text, let call):
        say("whoever may suspend is \(Self.paged(text: text, call: call))")
      case .openFault(let name): openFault(name, changed)
      case .tell(let id, let news): tell(id, news, changed)
      case .tellWatch(let id, let fact): apply(.ofCase(changed.id, fact), to: id)
      case .refused(let refusal): say("refused: \("\(refusal)".cut(at: "(").0)")
      case .log: break
      }
    }
  }

  private static func paged(text: Bool, call: Bool) -> String {
    guard call else { return "told again" }
    return text ? "called" : "called again"
  }

  private func openFault(_ name: FaultName, _ cause: Case) {
    guard !cases.contains(where: { $0.isOpen && $0.faultName == name.rawValue }) else { return }
    open(
      CaseOrder(
        id: newCaseID, tenant: cause.tenant, kind: .fault, concernedAt: now,
        policyID: cause.policy, faultName: name.rawValue))
  }

  private func page(_ id: OperatorID, text: Bool, call: Bool, _ paged: Case) {
    let name = operators.first { $0.id == id }?.name ?? "?"
    guard text else { return say("\(name) rings for \(paged.id.reference)") }
    let facts = PageFacts(
      reference: paged.id.reference, kind: paged.kind, at: paged.concernedAt, code: "482",
      watchEnd: watches.first { $0.id == paged.watch && $0.isLive }?.end,
      callbackNumber: paged.callbackNumber, fault: paged.faultName)
    let words = Phrasebook.swedish.text(.page(facts), now: now, settings: settings)
    say("\(name) \(call ? "is paged:" : "<") \(words)")
  }

  private func tell(_ id: OperatorID, _ news: OperatorNews, _ about: Case) {
    let name = operators.first { $0.id == id }?.name ?? "?"
    switch news {
    case .claimed(let since, let minutes):
      let text = OperatorText.claimed(
        reference: about.id.reference, since: since, minutes: minutes)
      say("\(name) < \(Phrasebook.swedish.text(text, now: now, settings: settings))")
    case .graver(let kind): say("\(name) is told that \(about.id.reference) is \(kind.rawValue)")
    case .news(let news): say("\(name) is told of \(news.name) in \(about.id.reference)")
    case .claimRanOut: say("\(name) is told that the claim of \(about.id.reference) ran out")
    }
  }
}
