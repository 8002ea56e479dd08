import Foundation

extension Company {
  /// Takes a text from the gateway to a phone.
  mutating func accept(_ text: TextMessage, at now: Date) {
    texts.add(text, id: text.id)
    balance -= text.cost
    countText(at: now)
    changePhone(text.to) { $0.addText(text.id) }
    agenda.add(.deliver(textID: text.id), at: now.addingTimeInterval(settings.deliverySeconds))
  }

  private mutating func countText(at now: Date) {
    guard let limit = settings.textsPerMinuteLimit else { return }
    recentTextTimes.removeAll { now.timeIntervalSince($0) >= 60 }
    recentTextTimes.append(now)
    guard recentTextTimes.count > limit else { return }
    note(.rateTooHigh, "more than \(limit) texts within a minute", at: now)
    recentTextTimes.removeAll()
  }

  mutating func deliver(textID: String, at now: Date) {
    guard let text = texts[textID], text.status != .delivered, text.status != .failed else {
      return
    }
    if settings.sendsSentReports, text.status == .created { setStatus(.sent, of: textID, at: now) }
    let behaviour = behaviour(of: text.to)
    if behaviour.answer == .off {
      wait(text, at: now)
    } else if behaviour.texts == .failed || !E164.isSwedishMobile(text.to) {
      setStatus(.failed, of: textID, at: now)
    } else if behaviour.texts == .unreported {
      texts.change(textID) { $0.reportURL = nil }
      setStatus(.delivered, of: textID, at: now)
    } else {
      setStatus(.delivered, of: textID, at: now)
      scheduleReply(to: text, behaviour, at: now)
    }
  }

  private mutating func wait(_ text: TextMessage, at now: Date) {
    texts.change(text.id) { $0.status = .sent }
    changePhone(text.to) { $0.waitingTextIDs.append(text.id) }
    agenda.add(
      .expire(textID: text.id), at: now.addingTimeInterval(settings.textLifetimeSeconds))
  }

  private mutating func scheduleReply(
    to text: TextMessage, _ behaviour: Behaviour, at now: Date
  ) {
    let used = phones[text.to]?.repliesUsed ?? 0
    guard used < behaviour.replies.count, E164.isValid(text.from) else { return }
    changePhone(text.to) { $0.repliesUsed += 1 }
    let reply = behaviour.replies[used]
    agenda.add(
      .reply(from: text.to, to: text.from, text: reply.text),
      at: now.addingTimeInterval(reply.afterSeconds))
  }

  mutating func expire(textID: String, at now: Date) {
    guard let text = texts[textID], text.status == .sent else { return }
    changePhone(text.to) { $0.waitingTextIDs.removeAll { $0 == textID } }
    setStatus(.failed, of: textID, at: now)
  }

  private mutating func setStatus(
    _ status: TextMessage.Status, of textID: String, at now: Date
  ) {
    texts.change(textID) {
      $0.status = status
      if status == .delivered { $0.delivered = now }
    }
    guard let text = texts[textID] else { return }
    changedPhones.insert(text.phone)
    guard let report = faces[text.provider]?.deliveryReport(of: text) else { return }
    send(
      Webhook(
        provider: text.provider, url: report.url, fields: report.fields,
        purpose: .deliveryReport(id: textID)), at: now)
  }

  /// A phone has sent a text.
  @discardableResult
  mutating func receiveText(from: String, to: String, text: String, at now: Date) -> String {
    let number = numbers[to] ?? useNumber(to, provider: .fortySixElks)
    let message = TextMessage(
      id: random.identifier(prefix: "s"), provider: number.provider, direction: .incoming,
      from: from, to: to, message: text, created: now, status: .sent,
      parts: TextLength.parts(of: text), cost: 0)
    texts.add(message, id: message.id)
    changePhone(from) { $0.addText(message.id) }
    if let handover = faces[number.provider]?.incomingText(message, to: number) {
      send(
        Webhook(
          provider: number.provider, url: handover.url, fields: handover.fields,
          purpose: .incomingText(id: message.id)), at: now)
    }
    return message.id
  }

  /// The gateway took a text over, or it never will.
  mutating func settleIncomingText(_ id: String, isTaken: Bool) {
    texts.change(id) { $0.status = isTaken ? .delivered : .failed }
    if let text = texts[id] { changedPhones.insert(text.phone) }
  }

  /// A body in the answer to an SMS webhook is sent to the phone, and paid for.
  mutating func sendBody(_ body: String, inAnswerTo id: String, at now: Date) {
    note(.bodyOnSMSWebhook, "\(body.utf8.count) bytes were sent as a text", at: now)
    guard let incoming = texts[id] else { return }
    let parts = TextLength.parts(of: body)
    accept(
      TextMessage(
        id: random.identifier(prefix: "s"), provider: incoming.provider,
        direction: .outgoingReply, from: incoming.to, to: incoming.from, message: body,
        created: now, parts: parts, cost: 5200 * parts), at: now)
  }
}
