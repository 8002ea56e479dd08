import CheckinFlows

/// Members that any action on a case may carry.
struct CaseRequest: Decodable {
  let `operator`: String?
  let text: String?
  let at: String?
  let reference: String?
  let noReference: Bool?
  let endTime: String?
  let reason: String?
  let outcome: CaseOutcome?
  let how: EstablishedHow?
  let list: InformListName?
  let recipient: Int64?
  let confirmed: Bool?
}

extension CaseRequest {
  var policeCall: CaseWork {
    get throws {
      guard let at else { throw Problem(.badRequest, "at is missing: when was 112 called?") }
      let time = try APIJSON.time(at, member: "at")
      if let reference { return .alertPolice(at: time, .given(reference)) }
      guard noReference == true else {
        throw Problem(.refused, "Give reference, or noReference: true if the police gave none.")
      }
      return .alertPolice(at: time, .noneGiven)
    }
  }

  var `extension`: CaseWork {
    get throws {
      guard let endTime else { throw Problem(.badRequest, "endTime is missing.") }
      return .extendWatch(
        end: try APIJSON.time(endTime, member: "endTime"), reason: reason ?? "")
    }
  }

  var closing: CaseWork {
    get throws {
      guard let outcome else {
        throw Problem(
          .badRequest, "outcome is missing: safe, needless, genuine, unknown or exercise.")
      }
      return .close(outcome, how, reason: reason ?? "")
    }
  }

  var standingDown: CaseWork {
    get throws {
      guard let at else { throw Problem(.badRequest, "at is missing: when were the police told?") }
      return .standDown(at: try APIJSON.time(at, member: "at"))
    }
  }

  /// Somebody on a list was told, or the whole list is given up with a reason.
  var informing: CaseWork {
    get throws {
      guard let list else {
        throw Problem(.badRequest, "list is missing: nearest or dutyOfficer.")
      }
      if let recipient {
        return .inform(list, recipient: recipient, confirmed: confirmed ?? false)
      }
      guard let reason else {
        throw Problem(.badRequest, "Give recipient, or reason if the list is given up.")
      }
      return .waiveInforming(list, reason: reason)
    }
  }
}
