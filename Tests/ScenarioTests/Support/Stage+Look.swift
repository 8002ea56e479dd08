import CheckinFlows
import GatewayEngine
import TestSupport

@testable import MockLine

/// What has become of it all.
extension Stage {
  func watches() async throws -> [Watch] {
    try await store.read { try $0.watches(.all, of: .first, before: nil, limit: 100) }
  }

  /// The newest watch of a person, live or not.
  func watch(of person: PersonID) async throws -> Watch? {
    try await store.read {
      try $0.watches(.ofPerson(person), of: .first, before: nil, limit: 1).first
    }
  }

  func state(of person: PersonID) async throws -> String {
    try await watch(of: person).map { "\($0.phase.name)" } ?? "none"
  }

  func cases() async throws -> [Case] {
    try await store.read { try $0.cases(.all, of: .first, after: nil, limit: 100) }
  }

  func liveKinds() async throws -> [CaseKind] {
    try await store.read { try $0.cases(.live, of: .first, after: nil, limit: 100) }.map(\.kind)
  }

  /// Whether a case of that kind is open.
  func has(_ kind: CaseKind) async throws -> Bool {
    try await liveKinds().contains(kind)
  }

  func hasLogged(_ kind: String) async throws -> Bool {
    try await logKinds().contains(kind)
  }

  func logKinds() async throws -> [String] {
    try await store.read { try $0.log(after: 0, limit: 10_000).map(\.entry.kind) }
  }

  /// True when from now until then the telephones neither get a text nor ring.
  func isSilent(until wallClock: String) async throws -> Bool {
    let before = traffic
    try await advance(to: wallClock)
    return traffic == before
  }

  /// Texts and calls that went out to anybody so far.
  var traffic: Int {
    line.switchboard.read { company in
      company.phones.values.reduce(0) { sum, phone in
        let texts = phone.textIDs.compactMap { company.texts[$0] }
        let calls = phone.callIDs.compactMap { company.calls[$0] }
        return sum + texts.count { $0.direction != .incoming } + calls.count { !$0.isIncoming }
      }
    }
  }

  var violations: [String] {
    line.switchboard.read { $0.violations.map { "\($0.rule.rawValue): \($0.detail)" } }
  }

  // MARK: The telephone company's bad days

  func fails(
    _ kind: FaultKind, times count: Int? = nil, on path: String? = nil, seconds: Double? = nil
  ) {
    var fault = Fault(kind: kind)
    (fault.remaining, fault.path, fault.seconds) = (count, path, seconds)
    let plan = [fault]
    line.switchboard.apply { company, _ in company.faultPlan.replace(with: plan) }
  }

  func recovers() {
    line.switchboard.apply { company, _ in company.faultPlan.replace(with: []) }
  }
}
