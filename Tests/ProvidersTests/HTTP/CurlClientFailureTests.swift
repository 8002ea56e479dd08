import Foundation
import GatewayHTTP
import Testing

/// Sends one request with a client of its own, and returns how it failed.
func failure(
  of request: HTTPRequest, limits: TransferLimits = TransferLimits()
) async throws -> TransferFailure? {
  let client = try CurlClient(limits: limits)
  var failure: TransferFailure?
  do throws(TransferFailure) {
    _ = try await client.send(request)
  } catch {
    failure = error
  }
  await client.shutdown()
  return failure
}

@Suite struct CurlClientNotSentTests {
  @Test func `a refused connection is surely not sent`() async throws {
    let socket = try Socket.bound()
    defer { socket.close() }
    let request = HTTPRequest(method: .post, url: "http://127.0.0.1:\(socket.port)/")
    #expect(try await failure(of: request) == .notSent(.connectionFailed))
  }

  @Test func `a server that takes no connection in time is surely not sent`() async throws {
    let socket = try Socket.bound()
    defer { socket.close() }
    try socket.listen(backlog: 0)
    // Connections that nobody accepts fill the queue; further ones are left without an answer.
    let fillers = try (1...4).map { _ in
      try Socket.connected(to: socket.port, blocking: false)
    }
    defer { fillers.forEach { $0.close() } }
    var request = HTTPRequest(method: .post, url: "http://127.0.0.1:\(socket.port)/")
    request.connectTimeoutSeconds = 0.2
    #expect(try await failure(of: request) == .notSent(.connectTimedOut))
    request.connectTimeoutSeconds = 5
    request.timeoutSeconds = 0.2
    #expect(try await failure(of: request) == .notSent(.connectTimedOut))
  }

  @Test func `a server that never finishes the encryption is surely not sent`() async throws {
    let socket = try Socket.bound()
    defer { socket.close() }
    try socket.listen()
    let request = HTTPRequest(
      method: .post, url: "https://127.0.0.1:\(socket.port)/", timeoutSeconds: 0.2)
    #expect(try await failure(of: request) == .notSent(.connectTimedOut))
  }

  @Test func `a server that does not speak TLS is surely not sent`() async throws {
    let socket = try Socket.bound()
    try socket.listen()
    Thread.detachNewThread {
      let connection = socket.accept()
      connection?.write(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8))
      connection?.close()
      socket.close()
    }
    let request = HTTPRequest(method: .post, url: "https://127.0.0.1:\(socket.port)/")
    #expect(try await failure(of: request) == .notSent(.encryptionFailed))
  }

  @Test func `a name that does not exist is surely not sent`() async throws {
    let name = String(repeating: "x", count: 64)
    let request = HTTPRequest(method: .post, url: "https://\(name).invalid/")
    #expect(try await failure(of: request) == .notSent(.nameLookupFailed))
  }

  @Test(arguments: [
    "http://192.0.2.1/", "http://127.0.0.1.example/", "http://localhost.example/",
    "http://[2001:db8::1]/", "http://0.0.0.0/", "HTTP://192.0.2.1:8080/a",
  ])
  func `plain http to another machine is refused with words that say so`(url: String) async throws {
    let failure = try await failure(of: HTTPRequest(method: .get, url: url))
    #expect(failure == .notSent(.plainHTTPRefused))
    #expect(failure?.description.contains("use https") == true)
  }

  @Test(arguments: [
    "", "hej", "/sms", "ftp://127.0.0.1/", "file:///etc/hosts", "https://", "http://a b/",
    "http://ada:kod@127.0.0.1/", "http://127.0.0.1/\r\nX: 1", "http://127.0.0.1/å",
  ])
  func `an address that is none is refused`(url: String) async throws {
    let request = HTTPRequest(method: .get, url: url)
    #expect(try await failure(of: request) == .notSent(.invalidAddress))
  }

  @Test(arguments: [("X-A", "1\r\nX-B: 2"), ("X A", "1"), ("", "1"), ("X-A:", "1"), ("X", "\0")])
  func `a header that could smuggle another is refused`(name: String, value: String) async throws {
    let request = HTTPRequest(
      method: .get, url: "http://127.0.0.1:1/", headers: [(name, value)])
    #expect(try await failure(of: request) == .notSent(.invalidRequest))
  }
}

@Suite struct CurlClientUnknownTests {
  private static let head = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"

  @Test(arguments: [
    ServerReaction.rawThenClose(""), .rawThenReset(""), .rawThenClose("HTTP/1.1 200 OK\r\nConte"),
    .rawThenClose(head + "half"), .rawThenClose("hej\r\n"),
    .rawThenClose("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nha"),
  ])
  func `an answer that breaks off leaves the outcome unknown`(reaction: ServerReaction)
    async throws
  {
    let server = try TestServer(always: reaction)
    defer { server.stop() }
    let request = HTTPRequest(method: .post, url: server.url, body: [1])
    #expect(try await failure(of: request) == .unknown(.cutOff))
    #expect(server.seen.count == 1)
  }

  @Test(arguments: ["", head + "half"])
  func `a time-out after the request has left is unknown`(begun: String) async throws {
    let server = try TestServer(always: .rawThenHang(begun))
    defer { server.stop() }
    let request = HTTPRequest(method: .post, url: server.url, timeoutSeconds: 0.3)
    #expect(try await failure(of: request) == .unknown(.timedOut))
    #expect(server.seen.count == 1)
  }

  @Test func `an answer of a hundred megabytes is dropped at the limit`() async throws {
    let server = try TestServer(always: .flood)
    defer { server.stop() }
    let request = HTTPRequest(method: .get, url: server.url, maxResponseBytes: 100_000)
    #expect(try await failure(of: request) == .unknown(.answerTooLarge))
  }

  @Test func `headers without end are dropped at the limit`() async throws {
    let line = "X-Long: " + String(repeating: "x", count: 4000) + "\r\n"
    let server = try TestServer(
      always: .raw("HTTP/1.1 200 OK\r\n" + String(repeating: line, count: 40) + "\r\n"))
    defer { server.stop() }
    let request = HTTPRequest(method: .get, url: server.url)
    #expect(try await failure(of: request) == .unknown(.answerTooLarge))
  }

  @Test func `no failure's words hold the address, the body or a number`() async throws {
    let server = try TestServer(always: .rawThenClose(""))
    defer { server.stop() }
    let request = HTTPRequest(
      method: .post, url: server.url + "sms?to=%2B46701740605", body: Array("hemligt".utf8))
    let failure = try #require(try await failure(of: request))
    for text in ["\(failure)", String(reflecting: failure), "\(request)"] {
      #expect(!text.contains("46701740605"))
      #expect(!text.contains("hemligt"))
      #expect(!text.contains("127.0.0.1"))
    }
    var dumped = ""
    print(request, to: &dumped)
    debugPrint(request, to: &dumped)
    #expect(!dumped.contains("46701740605"))
  }
}
