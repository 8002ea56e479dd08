import CCurl

/// The thread's work: takes requests from the mailbox, lets libcurl run them, answers the callers.
///
/// Everything here happens on one thread.
final class TransferLoop {
  private let multi: UnsafeMutableRawPointer
  private let mailbox: TransferMailbox
  private let limits: TransferLimits
  private let clock = ContinuousClock()
  private var lanes: TransferLanes
  private var transfers: [UnsafeMutableRawPointer: Transfer] = [:]
  private var idleHandles: [UnsafeMutableRawPointer] = []
  private var nextSweep: ContinuousClock.Instant
  private var closeBy: ContinuousClock.Instant?

  /// How often expired requests are looked for.
  private static let sweepInterval = Duration.milliseconds(50)
  /// How long the thread sleeps when nothing is to be done; new requests wake it.
  private static let longestPollMilliseconds: Int32 = 1000
  /// libcurl ends a transfer at its time-out. Should it fail to, we do this much later.
  private static let backstop = Duration.seconds(2)

  init(multi: UnsafeMutableRawPointer, mailbox: TransferMailbox, limits: TransferLimits) {
    self.multi = multi
    self.mailbox = mailbox
    self.limits = limits
    lanes = TransferLanes(perHost: limits.perHost, total: limits.total)
    nextSweep = ContinuousClock().now
  }

  /// Returns when the mailbox is closed and every caller has an answer.
  func run() {
    while closeBy == nil || !transfers.isEmpty {
      accept(mailbox.take())
      startWaiting()
      var running: Int32 = 0
      curl_multi_perform(multi, &running)
      collectFinished()
      sweepIfDue()
      if !startWaiting(), !mayStop { curl_multi_poll(multi, nil, 0, pollMilliseconds, nil) }
    }
    cleanUp()
  }

  private var mayStop: Bool { closeBy != nil && transfers.isEmpty }

  private var pollMilliseconds: Int32 {
    lanes.waitingCount > 0 || closeBy != nil ? 50 : Self.longestPollMilliseconds
  }

  // MARK: Taking requests in

  private func accept(_ delivery: TransferMailbox.Delivery) {
    for submission in delivery.submissions { lanes.enqueue(submission) }
    if !delivery.cancellations.isEmpty { cancel(Set(delivery.cancellations)) }
    if let closing = delivery.closing { close(closing) }
  }

  private func cancel(_ ids: Set<UInt64>) {
    refuseWaiting(.cancelled) { ids.contains($0.id) }
    for transfer in transfers.values where ids.contains(transfer.submission.id) {
      stop(transfer, notSent: .cancelled, unknown: .cancelled)
    }
  }

  private func close(_ closing: TransferMailbox.Closing) {
    let grace = closing == .atOnce ? 0 : limits.shutdownGraceSeconds
    let end = clock.now + .seconds(grace)
    closeBy = min(closeBy ?? end, end)
    refuseWaiting(.closed) { _ in true }
  }

  // MARK: Running them

  /// Starts what the limits allow; true when anything was started.
  @discardableResult
  private func startWaiting() -> Bool {
    var hasStarted = false
    while let submission = lanes.startNext() {
      start(submission)
      hasStarted = true
    }
    return hasStarted
  }

  private func start(_ submission: Submission) {
    let remaining = submission.deadline - clock.now
    guard remaining > .zero else { return refuse(submission, .waitedTooLong) }
    guard let easy = idleHandles.popLast() ?? curl_easy_init() else {
      return refuse(submission, .other)
    }
    let transfer = Transfer(submission, on: easy)
    guard transfer.prepare(limits: limits, timeoutMilliseconds: remaining.milliseconds) else {
      recycle(easy)
      return refuse(submission, .invalidRequest)
    }
    guard curl_multi_add_handle(multi, easy) == CURLM_OK else {
      recycle(easy)
      return refuse(submission, .other)
    }
    transfers[easy] = transfer
  }

  /// Answers a request that had its place in a lane but never ran.
  private func refuse(_ submission: Submission, _ reason: NotSentReason) {
    lanes.finish(lane: submission.destination.lane)
    answer(submission, .failure(.notSent(reason)))
  }

  private func refuseWaiting(_ reason: NotSentReason, where isGone: (Submission) -> Bool) {
    for submission in lanes.removeWaiting(where: isGone) {
      answer(submission, .failure(.notSent(reason)))
    }
  }

  // MARK: Ending them

  private func collectFinished() {
    var code = CURLE_OK
    while let easy = ccurl_next_finished(multi, &code) {
      guard let transfer = transfers[easy] else { continue }
      end(transfer, transfer.result(code))
    }
  }

  private func stop(_ transfer: Transfer, notSent: NotSentReason, unknown: UnknownReason) {
    end(transfer, .failure(transfer.failure(notSent: notSent, unknown: unknown)))
  }

  private func end(_ transfer: Transfer, _ result: TransferResult) {
    curl_multi_remove_handle(multi, transfer.easy)
    transfers[transfer.easy] = nil
    recycle(transfer.easy)
    lanes.finish(lane: transfer.submission.destination.lane)
    answer(transfer.submission, result)
  }

  private func answer(_ submission: Submission, _ result: TransferResult) {
    mailbox.answered()
    submission.answer.resume(returning: result)
  }

  /// Handles are used again; their connections live in the multi handle.
  private func recycle(_ easy: UnsafeMutableRawPointer) {
    guard idleHandles.count < limits.perHost else { return curl_easy_cleanup(easy) }
    curl_easy_reset(easy)
    idleHandles.append(easy)
  }

  // MARK: Time

  private func sweepIfDue() {
    let now = clock.now
    guard now >= nextSweep else { return }
    nextSweep = now + Self.sweepInterval
    refuseWaiting(.waitedTooLong) { $0.deadline <= now }
    for transfer in transfers.values where transfer.submission.deadline + Self.backstop <= now {
      stop(transfer, notSent: .connectTimedOut, unknown: .timedOut)
    }
    guard let closeBy, closeBy <= now else { return }
    for transfer in transfers.values { stop(transfer, notSent: .closed, unknown: .closed) }
  }

  private func cleanUp() {
    mailbox.end()
    for easy in idleHandles { curl_easy_cleanup(easy) }
    curl_multi_cleanup(multi)
  }
}

extension Duration {
  fileprivate var milliseconds: Int {
    Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}
