import CheckinFlows
import GatewayEngine
import GatewayHTTP

/// The webhooks of 46elks, each with its path.
enum ElksWebhook: String, CaseIterable {
  case text = "sms"
  case delivery = "dlr"
  case call = "voice"
  case turn = "ivr"
  case callEnd = "hangup"

  /// Reads the form that came, with the query of our own address.
  func decode(_ form: FormFields, query: FormFields) -> WebhookDecoding {
    // `callid` in requests about a running call, `id` elsewhere; but not in all documents.
    guard let id = form["callid"] ?? form["id"], ElksID.isValid(id) else {
      return .rejected(.malformed)
    }
    let message = ElksMessage(form: form, query: query, id: id)
    switch self {
    case .text: return .events(message.text().map { [.text($0)] } ?? [])
    case .delivery: return .events(message.delivery().map { [.delivery($0)] } ?? [])
    case .call: return .turn(message.begin())
    case .turn: return .turn(message.turn())
    case .callEnd: return .events([.callEnded(message.callEnd())])
    }
  }
}

extension ElksWebhook {
  /// A text from a listing: the same that the webhook would have brought.
  static func inboundText(_ record: ElksRecord) -> InboundText {
    InboundText(
      providerID: record.id, from: ElksSender.sender(record.from), to: record.to ?? "",
      text: String((record.message ?? "").prefix(InboundText.longestCharacters)),
      sentAt: record.createdAt)
  }
}

/// The fields of one webhook, and what they mean in our words.
private struct ElksMessage {
  let form: FormFields
  let query: FormFields
  let id: String

  /// Nil for what is not incoming: an echo of our own text is nobody's message.
  func text() -> InboundText? {
    guard form["direction"] ?? "incoming" == "incoming" else { return nil }
    return InboundText(
      providerID: id, from: ElksSender.sender(form["from"]), to: form["to"] ?? "",
      text: String((form["message"] ?? "").prefix(InboundText.longestCharacters)),
      sentAt: form["created"].flatMap(ElksTime.instant))
  }

  /// Nil for a state that says nothing new, or that we have never heard of.
  func delivery() -> InboundDelivery? {
    let state: DeliveryState
    switch form["status"] {
    case "sent": state = .handedOver
    case "delivered": state = .delivered
    case "failed": state = .undelivered
    default: return nil
    }
    return InboundDelivery(ref: ref, providerID: id, state: state)
  }

  func begin() -> InboundTurn {
    turn(number: 0, input: .begin)
  }

  func turn() -> InboundTurn {
    // Six digits are more turns than any call has.
    let number = query["turn"].flatMap { $0.utf8.count <= 6 ? UInt32($0) : nil }
    return turn(number: Int(number ?? 0), input: input)
  }

  private func turn(number: Int, input: CallInput) -> InboundTurn {
    InboundTurn(
      ref: ref, providerID: id, direction: form["direction"] == "outgoing" ? .outgoing : .incoming,
      from: ElksSender.sender(form["from"]), turn: number, input: input)
  }

  private var input: CallInput {
    let result = form["result"] ?? ""
    switch query["asked"].flatMap(ElksAddresses.Asked.init) {
    case .keys: return ElksKeys.input(result)
    // Whether it was heard or could not be fetched, the conversation goes on.
    case .prompt: return .played
    case .connect: return .connectEnded(ElksKeys.connectResult(result))
    case nil:
      if result == "success" || result == "ok" { return .played }
      if result == "busy" { return .connectEnded(.busy) }
      return ElksKeys.input(result)
    }
  }

  /// An end that cannot be read is "not answered": that contacts the person again.
  func callEnd() -> InboundCallEnd {
    let wasAnswered = form["start"]?.isEmpty == false || form["state"] == "success"
    let reason: InboundCallEnd.Reason =
      wasAnswered ? .hadBeenAnswered : form["state"] == "busy" ? .busy : .notAnswered
    return InboundCallEnd(ref: ref, providerID: id, reason: reason)
  }

  private var ref: CallRef? {
    guard let ref = query["ref"], ElksID.isValid(ref) else { return nil }
    return CallRef(rawValue: ref)
  }
}

/// What a person pressed.
private enum ElksKeys {
  /// More keys than any of our questions takes.
  private static let longest = 32

  /// `failed` (with `why=noinput` or another reason) and everything that is no key is silence.
  static func input(_ result: String) -> CallInput {
    var keys = result[...]
    // Ends the input; some hand it over with the keys.
    if keys.hasSuffix("#") { keys.removeLast() }
    guard (1...longest).contains(keys.utf8.count), keys.utf8.allSatisfy(isKey) else {
      return .noInput
    }
    return .keys(String(keys))
  }

  private static func isKey(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "*")
      || byte == UInt8(ascii: "#")
  }

  static func connectResult(_ result: String) -> ConnectResult {
    switch result {
    case "success", "ok": .success
    case "busy": .busy
    default: .failed
    }
  }
}

/// Who a text or call comes from: a number, a name, or nobody that is told.
enum ElksSender {
  private static let hiddenNames: Set<String> = [
    "", "anonymous", "hidden", "private", "unavailable", "unknown", "withheld",
  ]

  static func sender(_ from: String?) -> Sender {
    guard let from, !hiddenNames.contains(from.lowercased()) else { return .hidden }
    return PhoneNumber(e164: from).map(Sender.number) ?? .other(from)
  }
}
