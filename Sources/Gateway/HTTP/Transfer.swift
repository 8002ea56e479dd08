import CCurl

/// One running request: libcurl's handle and what has come back so far.
///
/// Lives on the thread of its `TransferLoop` only.
///
/// `departures` is what makes a POST safe. libcurl repeats a request by itself, POST or not, when
/// a reused connection dies before the first byte of an answer: it cannot know that the server
/// did not act on it. It asks `allowDeparture` each time it is about to send a request, with the
/// connection already made and encrypted. So the first call is the point before which nothing can
/// have left, and every further call is a repetition, which is refused.
final class Transfer {
  let submission: Submission
  let easy: UnsafeMutableRawPointer
  var departures = 0
  var headerBytes = 0
  var headers: [(name: String, value: String)] = []
  /// libcurl is content when a connection ends in the middle of the headers; we are not.
  var isHeadComplete = false
  var body: [UInt8] = []
  var isTooLarge = false
  /// libcurl reads the list while the transfer runs; freed with the transfer.
  var headerList: UnsafeMutablePointer<curl_slist>?

  init(_ submission: Submission, on easy: UnsafeMutableRawPointer) {
    self.submission = submission
    self.easy = easy
  }

  deinit {
    curl_slist_free_all(headerList)
  }

  /// The outcome, once libcurl has said `code`.
  func result(_ code: CURLcode) -> TransferResult {
    guard code == CURLE_OK else { return .failure(failure(code)) }
    var status = 0
    guard ccurl_get_long(easy, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK, status > 0,
      isHeadComplete
    else {
      return .failure(.unknown(.cutOff))
    }
    return .success(HTTPResponse(status: status, headers: headers, body: body))
  }

  func failure(_ code: CURLcode) -> TransferFailure {
    departures == 0 ? .notSent(notSentReason(code)) : .unknown(unknownReason(code))
  }

  /// For an end that libcurl did not decide.
  func failure(notSent: NotSentReason, unknown: UnknownReason) -> TransferFailure {
    departures == 0 ? .notSent(notSent) : .unknown(unknown)
  }

  private func notSentReason(_ code: CURLcode) -> NotSentReason {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .nameLookupFailed
    case CURLE_COULDNT_CONNECT, CURLE_PROXY: .connectionFailed
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CACERT_BADFILE,
      CURLE_SSL_INVALIDCERTSTATUS:
      .certificateRefused
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_USE_SSL_FAILED: .encryptionFailed
    case CURLE_OPERATION_TIMEDOUT: .connectTimedOut
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .invalidAddress
    case CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING: .connectionFailed
    default: .other
    }
  }

  private func unknownReason(_ code: CURLcode) -> UnknownReason {
    if isTooLarge { return .answerTooLarge }
    return switch code {
    case CURLE_OPERATION_TIMEDOUT: .timedOut
    case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_PARTIAL_FILE,
      CURLE_HTTP2, CURLE_HTTP2_STREAM, CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL:
      .cutOff
    // Our own refusal of a second departure: the connection died after the first.
    case CURLE_ABORTED_BY_CALLBACK: .cutOff
    default: .other
    }
  }
}
