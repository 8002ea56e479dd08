import Foundation

extension Company {
  /// Sends a webhook, or lets a fault befall it.
  mutating func send(_ webhook: Webhook, skippingFaults: Bool = false, at now: Date) {
    guard WebAddress.isAbsolute(webhook.url) else {
      return note(.relativeURL, "the address for \(webhook.purpose.name) is relative", at: now)
    }
    let fault =
      skippingFaults
      ? nil
      : faultPlan.strike(
        path: webhook.path, provider: webhook.provider, random: &random,
        where: { kind in
          guard kind.isOfCallbacks else { return false }
          return !webhook.purpose.isLive || (kind != .swapCallbacks && kind != .delayCallbacks)
        })
    guard let fault else { return post(webhook) }
    befall(webhook, fault, at: now)
  }

  /// Events about one text or call go out one after the other, so that they arrive in order
  /// unless a fault says otherwise.
  private mutating func post(_ webhook: Webhook) {
    guard let subject = webhook.subject else { return effects.append(.post(webhook)) }
    if eventQueues[subject] != nil {
      eventQueues[subject]?.append(webhook)
    } else {
      eventQueues[subject] = []
      effects.append(.post(webhook))
    }
  }

  private mutating func postNext(after webhook: Webhook) {
    guard let subject = webhook.subject, var queue = eventQueues[subject] else { return }
    guard !queue.isEmpty else {
      eventQueues[subject] = nil
      return
    }
    effects.append(.post(queue.removeFirst()))
    eventQueues[subject] = queue
  }

  private mutating func befall(_ webhook: Webhook, _ fault: Fault, at now: Date) {
    switch fault.kind {
    case .duplicateCallbacks:
      var copy = webhook
      copy.isForShow = true
      post(webhook)
      effects.append(.post(copy))
    case .swapCallbacks:
      hold(webhook, at: now)
    case .loseCallbacks:
      lose(webhook, at: now)
    case .delayCallbacks:
      agenda.add(
        .send(webhook, skippingFaults: true),
        at: now.addingTimeInterval(fault.seconds ?? 30))
    case .badSignature:
      var forged = webhook
      forged.isForShow = true
      forged.url = Self.withWrongSecret(webhook.url)
      effects.append(.post(forged))
      lose(webhook, at: now)
    case .unknownFields:
      var extended = webhook
      extended.fields.append("x_new_field", "åäö")
      extended.fields.append("schema", "2")
      post(extended)
    case .acceptThenTimeout, .acceptThen500, .refuse, .noCredit, .notJSON, .noId, .cutOff,
      .connectionRefused, .slow, .callbackBeforeAnswer, .tooManyRequests, .serverError:
      post(webhook)
    }
  }

  /// A live call that hears nothing from us ends; an event is simply gone.
  private mutating func lose(_ webhook: Webhook, at now: Date) {
    switch webhook.purpose {
    case .liveCall(let id, let turn):
      guard calls[id]?.turn == turn else { return }
      giveUp(callID: id, at: now)
    case .incomingText(let id): settleIncomingText(id, isTaken: false)
    case .deliveryReport, .callEnded, .recording: return
    }
  }

  /// Keeps one back until the next has been answered, at most for some seconds.
  private mutating func hold(_ webhook: Webhook, at now: Date) {
    if let earlier = heldWebhook { post(earlier) }
    heldWebhook = webhook
    agenda.add(.releaseHeld, at: now.addingTimeInterval(5))
  }

  mutating func releaseHeld(at now: Date) {
    guard let webhook = heldWebhook else { return }
    heldWebhook = nil
    post(webhook)
  }

  /// The last path segment but one is where gateways keep their secret.
  static func withWrongSecret(_ url: String) -> String {
    let halves = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var segments = halves[0].split(separator: "/", omittingEmptySubsequences: false)
    guard segments.count > 4 else { return url + (halves.count > 1 ? "&" : "?") + "forged=1" }
    segments[segments.count - 2] = "not-the-secret"
    let path = segments.joined(separator: "/")
    return halves.count > 1 ? path + "?" + halves[1] : path
  }

  /// The gateway has answered, or failed to.
  /// - Parameter tookSeconds: on the line's clock, from the first byte sent to the whole answer.
  mutating func answered(
    _ webhook: Webhook, with answer: WebhookAnswer, tookSeconds: Double, at now: Date
  ) {
    activityCount += 1
    if heldWebhook != nil, !webhook.purpose.isLive { releaseHeld(at: now) }
    guard !webhook.isForShow else { return }
    postNext(after: webhook)
    noteSlowness(webhook, tookSeconds, at: now)
    switch webhook.purpose {
    case .liveCall(let id, let turn): instruct(callID: id, turn: turn, with: answer, at: now)
    case .incomingText(let id): settleText(id, webhook, answer, at: now)
    case .deliveryReport, .callEnded, .recording:
      if !answer.isAccepted { _ = retry(webhook, at: now) }
    }
  }

  private mutating func noteSlowness(_ webhook: Webhook, _ tookSeconds: Double, at now: Date) {
    let limit =
      webhook.purpose.isLive ? settings.liveCallLimitSeconds : settings.eventLimitSeconds
    guard tookSeconds > limit else { return }
    note(.tooSlow, "answer to \(webhook.purpose.name) took longer than \(limit) s", at: now)
  }

  private mutating func settleText(
    _ id: String, _ webhook: Webhook, _ answer: WebhookAnswer, at now: Date
  ) {
    guard answer.isAccepted else {
      if !retry(webhook, at: now) { settleIncomingText(id, isTaken: false) }
      return
    }
    settleIncomingText(id, isTaken: true)
    guard case .response(_, _, let body) = answer, !body.isEmpty else { return }
    sendBody(body, inAnswerTo: id, at: now)
  }

  /// Plans the next repetition; false when the time table is used up.
  private mutating func retry(_ webhook: Webhook, at now: Date) -> Bool {
    guard webhook.attempt < settings.retrySeconds.count else { return false }
    var again = webhook
    again.attempt += 1
    agenda.add(
      .send(again, skippingFaults: false),
      at: now.addingTimeInterval(settings.retrySeconds[webhook.attempt]))
    return true
  }
}

extension Webhook.Purpose {
  /// For people, without personal data.
  var name: String {
    switch self {
    case .incomingText: "an incoming text"
    case .deliveryReport: "a delivery report"
    case .callEnded: "the end of a call"
    case .recording: "a recording"
    case .liveCall: "a live call"
    }
  }
}
