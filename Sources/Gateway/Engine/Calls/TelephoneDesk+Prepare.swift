import CheckinFlows

extension TelephoneDesk {
  /// Prepares the words that must be there when all else fails, and those that calls begin with.
  /// Returns how many could not be; then a `fault` case is open.
  @discardableResult
  package func warmUp() async -> Int {
    var missing = 0
    for language in Language.allCases {
      for prompt in firstWords(language) where await !isPrepared(prompt) { missing += 1 }
    }
    if missing > 0 { await core.faults.report(.promptsMissing, at: core.clock.now()) }
    return missing
  }

  private func firstWords(_ language: Language) -> [Prompt] {
    let now = core.clock.now()
    let closings = [
      Dialogue.notStored(language, ring: nil), Dialogue.nothingToSay(language),
      Dialogue.notStored(language, ring: configuration.staffedNumber),
    ]
    let purposes: [DialoguePurpose] = [
      .checkCall(isLast: false, needsCode: false), .incomingDuringCase(needsCode: false),
      .incomingNotWatched, .incomingUnknown(isHidden: false), .operatorIncomingNothingOpen,
    ]
    let openings = purposes.compactMap { purpose -> VoiceStep? in
      var dialogue = Dialogue(purpose, language: language)
      let move = dialogue.hear(.begin, turn: 0, at: now, zone: core.zone.timeZone)
      guard case .say(let step) = move else { return nil }
      return step
    }
    return (closings + openings).compactMap(\.prompt)
  }

  private func isPrepared(_ prompt: Prompt) async -> Bool {
    do {
      _ = try await audio.prepare(prompt)
      return true
    } catch {
      return false
    }
  }

  /// Makes the sound of what is likely to be said next, while the caller listens. In a task of its
  /// own: it only saves time, and its failure shows when the words are needed.
  func prepareAhead(after answer: CallAnswer, at now: Instant) {
    guard case .ask = answer.step, let dialogue = answer.dialogue else { return }
    let likely = LikelyWords(
      dialogue, at: now, zone: core.zone.timeZone, staffedNumber: dialableStaffedNumber)
    Task { for prompt in likely.prompts { _ = await isPrepared(prompt) } }
  }
}

extension VoiceStep {
  var isQuestion: Bool {
    if case .ask = self { true } else { false }
  }

  var prompt: Prompt? {
    switch self {
    case .ask(let prompt, _, _, _), .sayAndHangUp(let prompt), .sayAndGoOn(let prompt): prompt
    case .connect, .hangUp: nil
    }
  }
}
