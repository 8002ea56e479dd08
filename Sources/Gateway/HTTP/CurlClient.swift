import CCurl
import Foundation
import Synchronization

/// Sends HTTP requests to providers, many at a time, and never one of them twice.
///
/// One thread runs libcurl's multi interface; callers await. Connections are kept and shared,
/// HTTP/2 is used where a server offers it, redirects are answers like any other, and nothing is
/// ever repeated here: a failure says whether the server can have seen the request, and whoever
/// knows what a double would cost decides.
package final class CurlClient: Sendable {
  private let mailbox: TransferMailbox
  private let nextID = Atomic<UInt64>(1)

  /// Starts the thread, which ends with `shutdown()` or with the client itself.
  package init(limits: TransferLimits = TransferLimits()) throws(CurlLibrary.Unavailable) {
    try CurlLibrary.prepare()
    guard let pointer = curl_multi_init() else { throw CurlLibrary.Unavailable() }
    // Our own lanes keep to the limits; libcurl is told them as well, as a second fence.
    ccurl_multi_set_long(pointer, CURLMOPT_MAX_HOST_CONNECTIONS, limits.perHost)
    ccurl_multi_set_long(pointer, CURLMOPT_MAX_TOTAL_CONNECTIONS, limits.total)
    ccurl_multi_set_long(pointer, CURLMOPT_MAXCONNECTS, limits.total)
    let multi = MultiHandle(pointer: pointer)
    let mailbox = TransferMailbox(multi: multi, capacity: limits.total + limits.waiting)
    self.mailbox = mailbox
    Thread.detachNewThread {
      Thread.current.name = "curl"
      TransferLoop(multi: multi.pointer, mailbox: mailbox, limits: limits).run()
    }
  }

  deinit {
    mailbox.close(.atOnce)
  }

  /// Sends the request once and returns the whole answer, whatever its status.
  ///
  /// A cancelled task stops the transfer; the failure then still tells whether it had left.
  package func send(_ request: HTTPRequest) async throws(TransferFailure) -> HTTPResponse {
    let destination = try Destination(request.url)
    let deadline = ContinuousClock().now + .seconds(max(0, request.timeoutSeconds))
    let id = nextID.wrappingAdd(1, ordering: .relaxed).oldValue
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        submit(
          Submission(
            id: id, request: request, destination: destination, deadline: deadline,
            answer: continuation))
      }
    } onCancel: {
      mailbox.cancel(id)
    }
    return try result.get()
  }

  private func submit(_ submission: Submission) {
    guard !Task.isCancelled else {
      return submission.answer.resume(returning: .failure(.notSent(.cancelled)))
    }
    if let reason = mailbox.submit(submission) {
      return submission.answer.resume(returning: .failure(.notSent(reason)))
    }
    // A cancellation in between may have come before the thread knew of the request.
    if Task.isCancelled { mailbox.cancel(submission.id) }
  }

  /// Refuses new requests, lets those under way finish within `shutdownGraceSeconds`, and
  /// returns when every caller has an answer and the thread has ended.
  package func shutdown() async {
    mailbox.close(.gently)
    await mailbox.waitForEnd()
  }
}
