import CheckinFlows
import Logging

extension TelephoneDesk {
  /// Makes the sound and says the step in the provider's dialect. Never fails: without sound the
  /// call ends, which the flows hear of as of any other hang-up.
  func say(
    _ answer: CallAnswer, through telephony: any TelephonyProvider
  ) async -> WebhookAnswer {
    let step = await rendered(answer.step)
    return telephony.render(step, ref: answer.ref, turn: answer.nextTurn)
  }

  private func rendered(_ step: VoiceStep) async -> RenderedStep {
    do {
      switch step {
      case .ask(let prompt, let digits, let secondsToAnswer, let plays):
        let sound = try await audio.prepare(prompt)
        return .ask(
          audio: sound, digits: digits, secondsToAnswer: secondsToAnswer, plays: plays)
      case .sayAndHangUp(let prompt):
        return .sayAndHangUp(audio: try await audio.prepare(prompt))
      case .sayAndGoOn(let prompt):
        return .sayAndGoOn(audio: try await audio.prepare(prompt))
      case .connect(let number, let ringSeconds):
        // Asked again right before it is dialled: nothing goes round the one rule.
        guard let dialable = core.flows.diallingRule.verdict(on: number).dialable else {
          core.logger.critical("call.connect-refused")
          return .hangUp
        }
        return .connect(dialable.number, ringSeconds: ringSeconds)
      case .hangUp:
        return .hangUp
      }
    } catch {
      report(.promptsMissing)
      return .hangUp
    }
  }

  /// The words of a call whose turn could not be stored, in its own language where that can be
  /// read.
  func apology(for turn: InboundTurn, after error: any Error) async -> CallAnswer {
    core.logger.critical("call.not-stored", metadata: ["error": "\(type(of: error))"])
    // A full disk is found by its own guard; what cannot be carried out has none.
    if !(error is StoreFailure) { report(.flowStuck) }
    let language = await language(of: turn) ?? configuration.language
    return CallAnswer(
      step: Dialogue.notStored(language, ring: configuration.staffedNumber),
      ref: turn.ref ?? core.flows.drawRef(), nextTurn: turn.turn + 1)
  }

  private func language(of turn: InboundTurn) async -> Language? {
    let found = try? await core.store.read { store -> Language? in
      if let ref = turn.ref { return try store.call(ref)?.dialogue?.language }
      guard case .number(let number) = turn.from else { return nil }
      return try store.people(withNumber: number).first?.language
    }
    return found ?? nil
  }

  /// In a task of its own: whoever is on the line does not wait for the paperwork.
  private func report(_ fault: Fault) {
    let now = core.clock.now()
    Task { await core.faults.report(fault, at: now) }
  }
}
