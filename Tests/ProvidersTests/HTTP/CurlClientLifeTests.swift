import GatewayHTTP
import Testing

@Suite struct CurlClientLifeTests {
  @Test func `a cancelled request that has left is unknown, and its connection ends`()
    async throws
  {
    let server = try TestServer(always: .rawThenHang(""))
    defer { server.stop() }
    let client = try CurlClient()
    let sending = Task { try await client.send(HTTPRequest(method: .post, url: server.url)) }
    await server.waitForRequests(1)
    sending.cancel()
    #expect(await sending.result.failure == .unknown(.cancelled))
    await server.waitForClose(of: 1)
    await client.shutdown()
  }

  @Test func `a request cancelled before it began is not sent`() async throws {
    let server = try TestServer(always: .answer())
    defer { server.stop() }
    let client = try CurlClient()
    let gate = AsyncStream.makeStream(of: Void.self)
    let sending = Task {
      for await _ in gate.stream {}
      return try await client.send(HTTPRequest(method: .post, url: server.url))
    }
    sending.cancel()
    gate.continuation.finish()
    #expect(await sending.result.failure == .notSent(.cancelled))
    await client.shutdown()
    #expect(server.seen.isEmpty)
  }

  @Test func `what waits for a busy server is refused in time, surely not sent`() async throws {
    let server = try TestServer(always: .rawThenHang(""))
    defer { server.stop() }
    let client = try CurlClient(limits: TransferLimits(perHost: 1, waiting: 1))
    let url = server.url
    let first = Task { try await client.send(HTTPRequest(method: .post, url: url)) }
    await server.waitForRequests(1)
    let second = Task {
      try await client.send(HTTPRequest(method: .post, url: url, timeoutSeconds: 0.2))
    }
    #expect(await second.result.failure == .notSent(.waitedTooLong))
    first.cancel()
    #expect(await first.result.failure == .unknown(.cancelled))
    #expect(server.seen.count == 1)
    await client.shutdown()
  }

  @Test func `a server that hangs does not hold up another`() async throws {
    let hanging = try TestServer(always: .rawThenHang(""))
    defer { hanging.stop() }
    let healthy = try TestServer(always: .answer())
    defer { healthy.stop() }
    let client = try CurlClient(limits: TransferLimits(perHost: 2, total: 8))
    let url = hanging.url
    let stuck = (1...6).map { _ in
      Task { try await client.send(HTTPRequest(method: .post, url: url)) }
    }
    await hanging.waitForRequests(2)
    let response = try await client.send(HTTPRequest(method: .post, url: healthy.url))
    #expect(response.status == 200)
    #expect(hanging.seen.count == 2)
    for task in stuck { task.cancel() }
    for task in stuck { #expect(await task.result.failure != nil) }
    await client.shutdown()
  }

  @Test func `one request more than may wait is refused at once`() async throws {
    let server = try TestServer(always: .rawThenHang(""))
    defer { server.stop() }
    let client = try CurlClient(limits: TransferLimits(perHost: 1, total: 1, waiting: 0))
    let url = server.url
    let first = Task { try await client.send(HTTPRequest(method: .post, url: url)) }
    await server.waitForRequests(1)
    await #expect(throws: TransferFailure.notSent(.overloaded)) {
      try await client.send(HTTPRequest(method: .post, url: url))
    }
    first.cancel()
    _ = await first.result
    await client.shutdown()
  }

  @Test func `shutting down ends what hangs as unknown and what waits as not sent`() async throws {
    let server = try TestServer(always: .rawThenHang(""))
    defer { server.stop() }
    let client = try CurlClient(limits: TransferLimits(perHost: 1, shutdownGraceSeconds: 0.1))
    let url = server.url
    let tasks = (1...2).map { _ in
      Task { try await client.send(HTTPRequest(method: .post, url: url)) }
    }
    await server.waitForRequests(1)
    await client.shutdown()
    var failures: Set<TransferFailure?> = []
    for task in tasks { failures.insert(await task.result.failure) }
    #expect(failures == [.unknown(.closed), .notSent(.closed)])
    await #expect(throws: TransferFailure.notSent(.closed)) {
      try await client.send(HTTPRequest(method: .get, url: url))
    }
    await client.shutdown()
  }

  @Test func `shutting down lets a request under way finish`() async throws {
    let server = try TestServer { _, _ in .answer(status: 202) }
    defer { server.stop() }
    let client = try CurlClient()
    let url = server.url
    let sending = Task { try await client.send(HTTPRequest(method: .post, url: url)) }
    await server.waitForRequests(1)
    await client.shutdown()
    #expect(try await sending.value.status == 202)
  }
}

extension Result where Failure == any Error {
  fileprivate var failure: TransferFailure? {
    guard case .failure(let error) = self else { return nil }
    return error as? TransferFailure
  }
}
