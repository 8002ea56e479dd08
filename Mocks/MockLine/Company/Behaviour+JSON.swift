extension Behaviour {
  /// Reads what the control interface was sent; throws a sentence that says what is wrong.
  init(reading value: JSONValue) throws(ControlRefusal) {
    if let name = value.string {
      self.init()
      answer = try Self.answer(named: name)
      return
    }
    guard value.object != nil, let name = value["answer"]?.string else {
      throw ControlRefusal("Send \"manual\" or an object with \"answer\": \(Self.answerNames).")
    }
    self.init()
    answer = try Self.answer(named: name)
    afterSeconds = value["afterSeconds"]?.double
    keys = value["keys"]?.array?.compactMap(\.string) ?? []
    keyAfterSeconds = value["keyAfterSeconds"]?.double ?? keyAfterSeconds
    hangUpAfterSeconds = value["hangUpAfterSeconds"]?.double
    talkSeconds = value["talkSeconds"]?.double ?? talkSeconds
    replies = Self.replies(in: value["replies"])
    texts = try Self.texts(named: value["texts"]?.string)
  }

  var json: JSONValue {
    var members: [(String, JSONValue)] = [("answer", .string(answer.rawValue))]
    if let afterSeconds { members.append(("afterSeconds", .number(afterSeconds))) }
    if !keys.isEmpty { members.append(("keys", .array(keys.map(JSONValue.string)))) }
    if let hangUpAfterSeconds {
      members.append(("hangUpAfterSeconds", .number(hangUpAfterSeconds)))
    }
    if !replies.isEmpty { members.append(("replies", .array(replies.map(Self.json)))) }
    members.append(("texts", .string(texts.rawValue)))
    return .object(members)
  }

  private static var answerNames: String {
    Answer.allCases.map(\.rawValue).joined(separator: ", ")
  }

  private static func answer(named name: String) throws(ControlRefusal) -> Answer {
    guard let answer = Answer(rawValue: name) else {
      throw ControlRefusal("Unknown \"answer\". Known: \(answerNames).")
    }
    return answer
  }

  private static func texts(named name: String?) throws(ControlRefusal) -> TextReception {
    guard let name else { return .delivered }
    guard let texts = TextReception(rawValue: name) else {
      let known = TextReception.allCases.map(\.rawValue).joined(separator: ", ")
      throw ControlRefusal("Unknown \"texts\". Known: \(known).")
    }
    return texts
  }

  private static func replies(in value: JSONValue?) -> [Reply] {
    (value?.array ?? []).compactMap { entry in
      if let text = entry.string { return Reply(text: text, afterSeconds: 1) }
      guard let text = entry["text"]?.string else { return nil }
      return Reply(text: text, afterSeconds: max(0, entry["afterSeconds"]?.double ?? 1))
    }
  }

  private static func json(_ reply: Reply) -> JSONValue {
    .object([("text", .string(reply.text)), ("afterSeconds", .number(reply.afterSeconds))])
  }
}

/// Why the control interface refuses a request, in words for whoever wrote it.
struct ControlRefusal: Error, Equatable {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
