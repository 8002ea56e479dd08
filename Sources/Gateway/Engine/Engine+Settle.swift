package import CheckinFlows

/// The engine by hand, for tests and simulation: no job runs by itself, and nothing sleeps.
extension Engine {
  /// Carries out everything that is due or in flight at the present time, until nothing is left.
  ///
  /// With a clock that stands still this is deterministic: call it after each event and after each
  /// move of the clock.
  package func settle() async throws {
    while true {
      let woken = try await deadlines.wakeDue()
      let sent = try await sender.sendDue()
      let resolved = try await reconciler.resolveDue()
      guard woken + sent + resolved > 0 else { return }
    }
  }

  /// The next time at which `settle` has something to do, if nothing happens before.
  package func nextWakeUp() async throws -> Instant? {
    let times = [
      try await core.store.read { try $0.nextDeadline() },
      try await sender.nextWakeUp(),
      try await reconciler.nextLookUp(),
    ]
    return times.compactMap { $0 }.min()
  }

  /// One round of every watcher: what would run each minute or so.
  package func makeRounds() async throws {
    _ = try await auditor.step()
    _ = try await accounts.step()
    _ = try await catchUp.step()
    _ = try await orphans.step()
    _ = try await emergency.step()
  }
}
