import CheckinFlows

extension LogLine {
  init(_ event: CaseLogEvent) {
    switch event {
    case .opened(let kind, let priority):
      self.init("opened", ["kind": kind.rawValue, "priority": "\(priority)"])
    case .paged(let id, let text, let call):
      self.init("paged", Self.of(id))
      facts["text"] = "\(text)"
      facts["call"] = "\(call)"
    case .everybodyPaged: self.init("everybody-paged")
    case .outsideCalled: self.init("outside-called")
    case .nobodyOnDuty: self.init("nobody-on-duty")
    case .pageRefused(let id): self.init("page-refused", Self.of(id))
    case .pageNotTaken(let id): self.init("page-not-taken", Self.of(id))
    case .claimed(let actor): self.init("claimed", Self.by(actor))
    case .claimRenewed(let actor): self.init("claim-renewed", Self.by(actor))
    case .claimRanOut(let actor): self.init("claim-ran-out", Self.by(actor))
    case .released(let actor): self.init("released", Self.by(actor))
    case .passedOn(let id): self.init("passed-on", Self.of(id))
    case .acted(let actor): self.init("acted", Self.by(actor))
    case .policeAlerted(let handover):
      self.init("police-alerted", Self.by(handover.by))
      facts["madeAt"] = "\(handover.at.milliseconds)"
      if case .given(let reference) = handover.reference { facts["reference"] = reference }
    case .standDown(let standDown):
      self.init("stand-down", Self.by(standDown.by))
      facts["madeAt"] = "\(standDown.at.milliseconds)"
    case .signOfLife(let withCode): self.init("sign-of-life", ["withCode": "\(withCode)"])
    case .news(let kind): self.init("news", ["kind": kind])
    case .becameGraver(let kind): self.init("became-graver", ["kind": kind.rawValue])
    case .informingPlanned(let actor): self.init("informing-planned", Self.by(actor))
    case .informed(let list, let recipient, let confirmed, let actor):
      self.init("informed", Self.by(actor))
      facts["list"] = list.rawValue
      facts["recipient"] = "\(recipient)"
      facts["confirmed"] = "\(confirmed)"
    case .informingWaived(let list, let reason, let actor):
      self.init("informing-waived", Self.by(actor))
      facts["list"] = list.rawValue
      facts["reason"] = reason
    case .closed(let outcome, let how, let reason, let actor):
      self.init("closed", Self.by(actor))
      facts["outcome"] = outcome.rawValue
      facts["how"] = how?.rawValue
      facts["reason"] = reason
    case .refused(let refusal): self.init("refused", ["why": "\(refusal)"])
    }
  }

  private static func of(_ id: OperatorID) -> [String: String] { ["operator": "\(id.rawValue)"] }

  private static func by(_ actor: Actor) -> [String: String] { ["by": actor.logName] }
}
