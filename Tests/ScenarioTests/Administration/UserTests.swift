import CheckinFlows
import Foundation
import Gateway
import GatewayEngine
import TestSupport
import Testing

@Suite("gatewayd user and duty")
struct UserTests {
  private let office: AdministrationDesk
  private var desk: Administration { office.desk }

  init() async throws {
    office = try await AdministrationDesk()
  }

  private func operatorOrder(
    _ name: String, _ lastTwoDigits: Int, onDuty: Bool = false
  ) -> UserOrder {
    UserOrder(
      name: name, role: .operator, number: Cast.number(lastTwoDigits).national, isOnDuty: onDuty)
  }

  private func pages(of row: OperatorRow) async throws -> Int {
    try await desk.store.read { try $0.openPages(of: row.id).count }
  }

  @Test("operators stand on the ladder in the order in which they were added")
  func ladderOrder() async throws {
    for (name, digits) in [("Olga", 21), ("Omar", 22), ("Ove", 23)] {
      _ = try await desk.addUser(operatorOrder(name, digits))
    }
    try await desk.disableUser(named: "Ove")
    let late = try await desk.addUser(operatorOrder("Oskar", 24))
    #expect(late.rung == 4)
    #expect(try await desk.ladder().map(\.name) == ["Olga", "Omar", "Oskar"])
    #expect(try await desk.users().map(\.name) == ["Olga", "Omar", "Ove", "Oskar"])
  }

  @Test("only operators need a number, and only they are on duty")
  func roles() async throws {
    for role in OperatorRole.allCases where role != .operator {
      let row = try await desk.addUser(UserOrder(name: role.rawValue, role: role))
      #expect(row.rung == nil)
      let words = await refusal { _ = try await desk.setDuty(true, of: role.rawValue) }
      #expect(words.contains("only operators are on duty"))
    }
    let words = await refusal { _ = try await desk.addUser(UserOrder(name: "O", role: .operator)) }
    #expect(words.contains("--number"))
  }

  @Test("two operators share neither a name nor a number")
  func sharing() async throws {
    _ = try await desk.addUser(operatorOrder("Olga", 21))
    let name = await refusal { _ = try await desk.addUser(operatorOrder("Olga", 22)) }
    #expect(name.contains("name is taken"))
    let number = await refusal { _ = try await desk.addUser(operatorOrder("Omar", 21)) }
    #expect(number.contains("Olga has that number"))
    #expect(try await desk.users().count == 1)
  }

  @Test("whoever comes on duty is paged for a case that nobody has taken")
  func dutyPages() async throws {
    let olga = try await desk.addUser(operatorOrder("Olga", 21))
    let omar = try await desk.addUser(operatorOrder("Omar", 22, onDuty: true))
    try await desk.store.write { [desk] transaction in
      let policy = try transaction.adopt(Policy(), for: .first, at: ManualClock.evening)
      let order = CaseOrder(
        id: try transaction.newCaseID(), tenant: .first, watch: nil, person: nil, kind: .callback,
        priority: 2, concernedAt: ManualClock.evening, policyID: policy,
        callbackNumber: Cast.strangersNumber)
      _ = try desk.actions.flows.open(
        order, cause: .system, in: transaction, at: ManualClock.evening)
    }
    #expect(try await pages(of: omar) == 1)
    #expect(try await pages(of: olga) == 0)
    let onDuty = try await desk.setDuty(true, of: "Olga")
    #expect(onDuty.onDutySince == office.clock.now())
    #expect(try await pages(of: olga) == 1)
    #expect(try await office.logKinds().contains("duty.on"))
  }

  @Test("coming on duty twice is once, and a name that is nearly right gets a hint")
  func dutyTwice() async throws {
    _ = try await office.desk.addUser(operatorOrder("Olga", 21, onDuty: true))
    office.clock.advance(minutes: 5)
    let row = try await office.desk.setDuty(true, of: "Olga")
    #expect(row.onDutySince == ManualClock.evening)
    #expect(try await !office.logKinds().contains("duty.on"))
    let words = await refusal { _ = try await office.desk.setDuty(false, of: "Olgaa") }
    #expect(words.contains("Did you mean Olga?"))
  }

  @Test("an operator's code is kept as a hash, and one that reads as a time is refused")
  func operatorCode() async throws {
    var order = operatorOrder("Olga", 21)
    order.code = "2130"
    let words = await refusal { [order] in _ = try await desk.addUser(order) }
    #expect(words.contains("time of day"))
    order.code = "4711"
    let row = try await desk.addUser(order)
    #expect(desk.actions.codes.isCode("4711", of: row))
  }
}
