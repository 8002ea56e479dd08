package import CheckinFlows
import Logging
import Synchronization

/// The path that is left when the store cannot be written: no case can be opened then and no page
/// stored, so those on duty are texted directly, from memory.
///
/// The only texts that leave without standing in the outbox. They say nothing of any person.
package final class EmergencyPager: Sendable {
  static let intervalSeconds = 15
  /// Texts again while the store stays broken.
  static let againSeconds = 300

  private struct Contact: Hashable {
    let number: DialableNumber
    let language: Language
  }

  private struct State {
    var contacts: [Contact] = []
    var latestAt: Instant?
  }

  let core: EngineCore
  private let state = Mutex(State())

  package init(_ core: EngineCore) {
    self.core = core
  }

  package func step() async throws -> Instant? {
    let now = core.clock.now()
    await rememberContacts()
    if core.status.facts.storeFailure != nil { await warn(at: now) }
    return now.adding(seconds: Self.intervalSeconds)
  }

  /// A store that cannot be written can mostly still be read; else the ones from before are kept.
  private func rememberContacts() async {
    let rows = try? await core.store.read { [tenant = core.tenant] in
      try $0.operators(of: tenant, includingDisabled: false)
    }
    guard let rows else { return }
    let contacts = rows.filter { $0.onDutySince != nil }.compactMap { row -> Contact? in
      guard let number = row.number.flatMap({ core.flows.diallingRule.verdict(on: $0).dialable })
      else { return nil }
      return Contact(number: number, language: row.language)
    }
    state.withLock { $0.contacts = contacts }
  }

  private func warn(at now: Instant) async {
    let contacts = state.withLock { state -> [Contact] in
      if let latest = state.latestAt, now < latest.adding(seconds: Self.againSeconds) { return [] }
      state.latestAt = now
      return state.contacts
    }
    core.logger.critical("store.broken", metadata: ["warned": "\(contacts.count)"])
    for contact in contacts { await text(contact, at: now) }
  }

  /// Through every provider in turn, until one takes it.
  private func text(_ contact: Contact, at now: Instant) async {
    let settings = core.flows.configuration.texts
    let words = OperatorNewsWords.storeBroken(settings: settings, in: contact.language)
    for provider in core.providers.providers {
      let outcome = await provider.send(
        OutgoingText(to: contact.number, text: words, ref: core.flows.drawRef()))
      switch outcome {
      case .accepted, .unknown: return
      case .refused: continue
      }
    }
  }
}
