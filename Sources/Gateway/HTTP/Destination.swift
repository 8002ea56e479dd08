import CCurl
import Glibc

/// Where a request goes, judged before anything is sent.
///
/// libcurl's own parser reads the address, so that what is judged is what is dialled.
struct Destination: Sendable, Hashable {
  let url: String
  /// Scheme, host and port: requests with the same lane share connections.
  let lane: String
  let isThisMachine: Bool

  init(_ url: String) throws(TransferFailure) {
    guard let parts = AddressParts(url), !parts.hasUser else {
      throw .notSent(.invalidAddress)
    }
    guard parts.scheme == "https" || parts.scheme == "http" else {
      throw .notSent(.invalidAddress)
    }
    isThisMachine = Self.isLoopback(parts.host)
    guard parts.scheme == "https" || isThisMachine else {
      throw .notSent(.plainHTTPRefused)
    }
    self.url = url
    lane = "\(parts.scheme)://\(parts.host):\(parts.port)"
  }

  /// `localhost` (which libcurl never asks a name server for), `127.0.0.0/8` and `::1`.
  private static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "[::1]" { return true }
    var address = in_addr()
    guard inet_pton(AF_INET, host, &address) == 1 else { return false }
    return UInt32(bigEndian: address.s_addr) >> 24 == 127
  }
}

/// The parts of an address that the judgement needs.
private struct AddressParts {
  let scheme: String
  let host: String
  let port: String
  let hasUser: Bool

  init?(_ url: String) {
    guard url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), let handle = curl_url() else {
      return nil
    }
    defer { curl_url_cleanup(handle) }
    guard curl_url_set(handle, CURLUPART_URL, url, 0) == CURLUE_OK,
      let scheme = Self.part(CURLUPART_SCHEME, of: handle),
      let host = Self.part(CURLUPART_HOST, of: handle),
      let port = Self.part(CURLUPART_PORT, of: handle)
    else { return nil }
    self.scheme = scheme.lowercased()
    self.host = host.lowercased()
    self.port = port
    hasUser =
      Self.part(CURLUPART_USER, of: handle) != nil
      || Self.part(CURLUPART_PASSWORD, of: handle) != nil
  }

  private static func part(_ part: CURLUPart, of handle: OpaquePointer) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    let flags = UInt32(CURLU_DEFAULT_PORT)
    guard curl_url_get(handle, part, &text, flags) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }
}
