import Foundation

/// The interface for harnesses: `/control/…`
enum ControlRoutes {
  static func answer(
    _ request: LineRequest, _ company: inout Company, at now: Date
  ) -> LineAnswer {
    do throws(ControlRefusal) {
      return try route(request, &company, at: now)
    } catch {
      return .json(.object([("error", .string(error.reason))]), status: 400)
    }
  }

  private static func route(
    _ request: LineRequest, _ company: inout Company, at now: Date
  ) throws(ControlRefusal) -> LineAnswer {
    let path = Array(request.path.dropFirst())
    switch (request.method, path.first) {
    case (_, "phones"): return try ControlPhones.route(request, path, &company, at: now)
    case (_, "calls"): return try ControlCalls.route(request, path, &company, at: now)
    case ("PUT", "faults"):
      company.faultPlan.replace(with: try Fault.list(reading: try body(request)))
      return faults(company)
    case ("GET", "faults"): return faults(company)
    case ("GET", "violations"): return violations(company)
    case ("PUT", "account"):
      guard let balance = try body(request)["balance"]?.int else {
        throw ControlRefusal("Send {\"balance\": …} in 1/10000 of the currency unit.")
      }
      company.balance = balance
      return .json(.object([("balance", .int(balance))]))
    case ("GET", "numbers"): return numbers(company)
    case ("POST", "reset"):
      company.reset()
      return .noContent
    case (_, _): return notFound
    }
  }

  static let notFound = LineAnswer.json(
    .object([("error", "There is no such call in the control interface.")]), status: 404)

  static func body(_ request: LineRequest) throws(ControlRefusal) -> JSONValue {
    guard let value = JSONValue.read(request.body) else {
      throw ControlRefusal("The body must be JSON.")
    }
    return value
  }

  private static func faults(_ company: Company) -> LineAnswer {
    .json(.array(company.faultPlan.faults.map(\.json)))
  }

  /// Our numbers that were used or configured, so that the page knows where to ring.
  private static func numbers(_ company: Company) -> LineAnswer {
    let items = company.numbers.values.sorted { $0.number < $1.number }.map { own in
      JSONValue.object([
        ("number", .string(own.number)), ("provider", .string(own.provider.rawValue)),
        ("isConfigured", .bool(own.settings["sms_url"]?.isEmpty == false)),
      ])
    }
    return .json(.object([("numbers", .array(items))]))
  }

  private static func violations(_ company: Company) -> LineAnswer {
    .json(.object([("violations", .array(company.violations.map(\.json)))]))
  }
}
