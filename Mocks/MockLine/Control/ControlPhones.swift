import Foundation

/// `/control/phones/{e164}/…`
enum ControlPhones {
  static func route(
    _ request: LineRequest, _ path: [String], _ company: inout Company, at now: Date
  ) throws(ControlRefusal) -> LineAnswer {
    guard path.count >= 2 else {
      return .json(
        .object([("phones", .array(company.phones.keys.sorted().map(JSONValue.string)))]))
    }
    let number = path[1]
    guard E164.isValid(number) else { throw ControlRefusal("The phone must be E.164, +46….") }
    switch (request.method, path.count > 2 ? path[2] : nil) {
    case ("GET", nil): return .json(PhoneView.json(number, company))
    case ("PUT", "behaviour"):
      let behaviour = try Behaviour(reading: try ControlRoutes.body(request))
      company.setBehaviour(behaviour, of: number, at: now)
      return .json(behaviour.json)
    case ("GET", "behaviour"): return .json(company.behaviour(of: number).json)
    case ("POST", "texts"): return try sendText(request, from: number, &company, at: now)
    case ("POST", "calls"): return try placeCall(request, from: number, &company, at: now)
    case (_, _): return ControlRoutes.notFound
    }
  }

  private static func sendText(
    _ request: LineRequest, from number: String, _ company: inout Company, at now: Date
  ) throws(ControlRefusal) -> LineAnswer {
    let body = try ControlRoutes.body(request)
    guard let to = body["to"]?.string, let text = body["text"]?.string else {
      throw ControlRefusal("Send {\"to\", \"text\"}.")
    }
    let id = company.receiveText(from: number, to: to, text: text, at: now)
    return .json(.object([("id", .string(id))]), status: 201)
  }

  private static func placeCall(
    _ request: LineRequest, from number: String, _ company: inout Company, at now: Date
  ) throws(ControlRefusal) -> LineAnswer {
    let body = try ControlRoutes.body(request)
    guard let to = body["to"]?.string else { throw ControlRefusal("Send {\"to\", \"keys\"}.") }
    let keys = body["keys"]?.array?.compactMap(\.string) ?? []
    let id = company.receiveCall(
      from: number, to: to, keys: keys, keyAfterSeconds: body["keyAfterSeconds"]?.double ?? 1,
      at: now)
    if let seconds = body["hangUpAfterSeconds"]?.double {
      company.agenda.add(.hangUp(callID: id), at: now.addingTimeInterval(seconds))
    }
    return .json(.object([("id", .string(id))]), status: 201)
  }
}

/// `/control/calls/{id}/answer|reject|hangup|keys`: what a person at the page does with a call.
enum ControlCalls {
  static func route(
    _ request: LineRequest, _ path: [String], _ company: inout Company, at now: Date
  ) throws(ControlRefusal) -> LineAnswer {
    guard path.count >= 2, let call = company.calls[path[1]] else { return ControlRoutes.notFound }
    switch (request.method, path.count > 2 ? path[2] : nil) {
    case ("GET", nil): break
    case ("POST", "answer"): company.pickUp(callID: call.id, at: now)
    case ("POST", "reject"), ("POST", "hangup"): company.hangUp(callID: call.id, at: now)
    case ("POST", "keys"):
      let keys = try ControlRoutes.body(request)["keys"]?.string ?? ""
      guard keys.allSatisfy({ "0123456789*#".contains($0) }) else {
        throw ControlRefusal("Keys are 0-9, * and #.")
      }
      for key in keys { company.press(key, callID: call.id, at: now) }
    case (_, _): return ControlRoutes.notFound
    }
    return .json(PhoneView.json(company.calls[call.id] ?? call))
  }
}
