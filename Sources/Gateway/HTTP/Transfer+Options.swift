import CCurl

extension Transfer {
  /// Tells libcurl everything about the request. False when it does not take it.
  func prepare(limits: TransferLimits, timeoutMilliseconds: Int) -> Bool {
    guard setHeaders() else { return false }
    var options = EasyOptions(easy: easy)
    setAddress(&options, limits: limits)
    setContent(&options)
    setTimes(&options, limits: limits, timeoutMilliseconds: timeoutMilliseconds)
    setCallbacks(&options)
    return options.areAccepted
  }

  private func setAddress(_ options: inout EasyOptions, limits: TransferLimits) {
    options.set(CURLOPT_URL, submission.destination.url)
    options.set(CURLOPT_PROTOCOLS_STR, "http,https")
    options.set(CURLOPT_FOLLOWLOCATION, 0)
    options.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
    // An empty proxy also switches off the environment's.
    if submission.destination.isThisMachine || !limits.usesEnvironmentProxy {
      options.set(CURLOPT_PROXY, "")
    }
    options.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    if let file = limits.authoritiesFile { options.set(CURLOPT_CAINFO, file) }
    guard let credentials = submission.request.basicAuth else { return }
    options.check(ccurl_use_basic_authentication(easy))
    options.set(CURLOPT_USERNAME, credentials.user)
    options.set(CURLOPT_PASSWORD, credentials.password)
  }

  private func setContent(_ options: inout EasyOptions) {
    switch submission.request.method {
    case .get:
      options.set(CURLOPT_HTTPGET, 1)
    case .post:
      options.set(CURLOPT_POST, 1)
      options.set(content: submission.request.body)
    case .put:
      options.set(CURLOPT_POST, 1)
      options.set(CURLOPT_CUSTOMREQUEST, "PUT")
      options.set(content: submission.request.body)
    case .delete:
      options.set(CURLOPT_HTTPGET, 1)
      options.set(CURLOPT_CUSTOMREQUEST, "DELETE")
    }
    options.check(ccurl_set_list(easy, CURLOPT_HTTPHEADER, headerList))
  }

  private func setTimes(
    _ options: inout EasyOptions, limits: TransferLimits, timeoutMilliseconds: Int
  ) {
    let connect = Int(submission.request.connectTimeoutSeconds * 1000)
    options.set(CURLOPT_TIMEOUT_MS, max(1, timeoutMilliseconds))
    options.set(CURLOPT_CONNECTTIMEOUT_MS, max(1, connect))
    options.set(CURLOPT_MAXAGE_CONN, limits.idleConnectionSeconds)
    options.set(CURLOPT_NOSIGNAL, 1)
    // Without it, giving up on a name lookup blocks the thread, and with it every other
    // transfer, until the system's resolver gives up too: 10 s measured, instead of 0.5 s, with
    // a name server that does not answer.
    options.set(CURLOPT_QUICK_EXIT, 1)
  }

  private func setCallbacks(_ options: inout EasyOptions) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    options.check(ccurl_set_prereq(easy, Self.allowDeparture))
    options.check(ccurl_set_pointer(easy, CURLOPT_PREREQDATA, context))
    options.check(ccurl_set_write(easy, CURLOPT_WRITEFUNCTION, Self.takeBody))
    options.check(ccurl_set_pointer(easy, CURLOPT_WRITEDATA, context))
    options.check(ccurl_set_write(easy, CURLOPT_HEADERFUNCTION, Self.takeHeader))
    options.check(ccurl_set_pointer(easy, CURLOPT_HEADERDATA, context))
  }

  private func setHeaders() -> Bool {
    // No waiting for "100 Continue" before a larger body.
    var lines = ["Expect:"]
    for (name, value) in submission.request.headers {
      guard Self.isToken(name), Self.isFieldValue(value) else { return false }
      // libcurl reads "Name:" as "leave it out"; an empty value is written with a semicolon.
      lines.append(value.isEmpty ? "\(name);" : "\(name): \(value)")
    }
    for line in lines {
      guard let longer = curl_slist_append(headerList, line) else { return false }
      headerList = longer
    }
    return true
  }

  private static func isToken(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      }
  }

  private static func isFieldValue(_ value: String) -> Bool {
    value.utf8.allSatisfy { ($0 >= 0x20 && $0 != 0x7F) || $0 == 0x09 }
  }
}

/// Sets options and remembers whether all were taken.
private struct EasyOptions {
  let easy: UnsafeMutableRawPointer
  private(set) var areAccepted = true

  init(easy: UnsafeMutableRawPointer) {
    self.easy = easy
  }

  mutating func check(_ code: CURLcode) {
    if code != CURLE_OK { areAccepted = false }
  }

  mutating func set(_ option: CURLoption, _ value: Int) {
    check(ccurl_set_long(easy, option, value))
  }

  mutating func set(_ option: CURLoption, _ value: String) {
    guard !value.utf8.contains(0) else {
      areAccepted = false
      return
    }
    check(ccurl_set_text(easy, option, value))
  }

  /// libcurl copies the bytes, and must know the length first. (Without bytes it would ask its
  /// read callback for them, so that an empty body is a pointer to nothing too.)
  mutating func set(content: [UInt8]) {
    check(ccurl_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(content.count)))
    let bytes = content.isEmpty ? [0] : content
    check(bytes.withUnsafeBytes { ccurl_set_bytes(easy, CURLOPT_COPYPOSTFIELDS, $0.baseAddress) })
  }
}
