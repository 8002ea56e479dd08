import CheckinFlows
import GatewayEngine
import Hummingbird

private struct PersonRequest: Decodable {
  static let longestName = 200
  let name: String
  let number: String
  let unit: String?
  let party: String?
  let language: Language?
  let pin: String?
  let duressPin: String?
}

extension APIRoutes {
  func addPeople(to router: RouterGroup<WebRequestContext>) {
    router.get("/people") { request, context in
      let page = try PageQuery(request)
      let after = try page.start { Int64($0).map(PersonID.init(rawValue:)) }
      let tenant = actions.tenant
      return try await look(context, at: .people) { views in
        let rows = try views.reading.people(of: tenant, after: after, limit: page.limit + 1)
        return try PageView(rows, limit: page.limit, name: { String($0.id.rawValue) }) {
          try PersonView($0, views.reading)
        }
      }
    }
    router.get("/people/:id") { _, context in
      let id = try personID(context)
      let tenant = actions.tenant
      return try await look(context, at: .person(id)) { views in
        guard let row = try views.reading.person(id), row.tenant == tenant else {
          throw ActionRefusal.noSuchPerson
        }
        return try PersonView(row, views.reading)
      }
    }
    router.post("/people") { request, context in
      try await change(request, context, answering: .created) { change in
        let order = try change.decoded(PersonRequest.self).order
        try APIJSON.limited(order.name, member: "name", mostCharacters: PersonRequest.longestName)
        let row = try actions.addPerson(
          order, by: .token(change.token.name), in: change.transaction, at: change.now)
        return try PersonView(row, change.transaction)
      }
    }
  }

  private func personID(_ context: WebRequestContext) throws -> PersonID {
    guard let number = Int64(try context.parameters.require("id")) else {
      throw ActionRefusal.noSuchPerson
    }
    return PersonID(rawValue: number)
  }
}

extension PersonRequest {
  var order: PersonOrder {
    PersonOrder(
      name: name, number: number, unit: unit, party: party, language: language ?? .swedish,
      code: pin, duressCode: duressPin)
  }
}
