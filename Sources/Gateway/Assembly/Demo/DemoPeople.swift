import CheckinFlows
import GatewayEngine
import GatewayWeb

/// The invented people of the demo. All numbers are set aside for fiction.
enum DemoPeople {
  static let service = "+46701740699"
  private static let ada = ("Ada", "+46701740605")
  private static let bo = ("Bo", "+46701740606")
  private static let olga = ("Olga", "+46701740621")
  private static let omar = ("Omar", "+46701740622")

  static func stage(linePort: Int) -> DemoStage {
    DemoStage(
      linePort: linePort, service: service, people: [ada, bo].map(phone),
      operators: [olga, omar].map(phone))
  }

  private static func phone(_ someone: (name: String, number: String)) -> DemoStage.Phone {
    DemoStage.Phone(name: someone.name, number: someone.number)
  }

  /// Ada has no code, Bo has both; Olga and Omar are on duty, Olga first.
  static func seed(_ gateway: GatewayService, at now: Instant) async throws {
    let actions = gateway.actions
    try await gateway.store.write { transaction in
      for order in [
        PersonOrder(name: ada.0, number: ada.1),
        PersonOrder(name: bo.0, number: bo.1, code: "4711", duressCode: "5822"),
      ] {
        _ = try actions.addPerson(order, by: .system, in: transaction, at: now)
      }
      for (place, someone) in [olga, omar].enumerated() {
        try transaction.save(
          OperatorRow(
            id: try transaction.newOperatorID(), tenant: actions.tenant, name: someone.0,
            role: .operator, number: try actions.dialable(someone.1), rung: place + 1,
            onDutySince: now))
      }
    }
  }
}
