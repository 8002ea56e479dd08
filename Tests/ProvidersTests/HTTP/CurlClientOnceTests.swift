import GatewayHTTP
import Testing

/// libcurl repeats a request by itself when a kept-alive connection dies before an answer.
/// A text that perhaps left must not leave again behind our back.
@Suite struct CurlClientOnceTests {
  @Test(arguments: HTTPMethod.allCases, [ServerReaction.rawThenClose(""), .rawThenReset("")])
  func `a request on a kept connection that then dies is never repeated`(
    method: HTTPMethod, ending: ServerReaction
  ) async throws {
    let server = try TestServer { _, number in number == 2 ? ending : .answer() }
    defer { server.stop() }
    let client = try CurlClient()
    let request = HTTPRequest(method: method, url: server.url, body: Array("a=1".utf8))
    _ = try await client.send(request)
    await #expect(throws: TransferFailure.unknown(.cutOff)) {
      try await client.send(request)
    }
    #expect(server.seen.map(\.connection) == [1, 1])
    _ = try await client.send(request)
    #expect(server.seen.count == 3)
    await client.shutdown()
  }

  @Test func `a connection that the server has closed between requests is not used again`()
    async throws
  {
    let server = try TestServer { _, number in
      number == 1 ? .rawThenClose("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") : .answer()
    }
    defer { server.stop() }
    let client = try CurlClient()
    let request = HTTPRequest(method: .post, url: server.url, body: Array("a=1".utf8))
    _ = try await client.send(request)
    await server.waitForClose(of: 1)
    _ = try await client.send(request)
    #expect(server.seen.map(\.connection) == [1, 2])
    await client.shutdown()
  }

  @Test func `a failed request leaves the client able to send the next`() async throws {
    let server = try TestServer { _, number in
      number.isMultiple(of: 2) ? .answer() : .rawThenReset("HTTP/1.1 2")
    }
    defer { server.stop() }
    let client = try CurlClient()
    for round in 1...3 {
      await #expect(throws: TransferFailure.unknown(.cutOff)) {
        try await client.send(HTTPRequest(method: .post, url: server.url))
      }
      let response = try await client.send(HTTPRequest(method: .post, url: server.url))
      #expect(response.status == 200, "round \(round)")
    }
    await client.shutdown()
  }
}
