import GatewayHTTP
import Testing

@Suite struct CurlClientAnswersTests {
  @Test func `an answer comes back with its status, headers and body`() async throws {
    let server = try TestServer(
      always: .answer(status: 201, headers: ["X-Kind:  Test "], body: Array("hej".utf8)))
    defer { server.stop() }
    let client = try CurlClient()
    let response = try await client.send(HTTPRequest(method: .get, url: server.url))
    #expect(response.status == 201)
    #expect(response.header("x-kind") == "Test")
    #expect(response.body == Array("hej".utf8))
    await client.shutdown()
  }

  @Test func `a post carries its body, headers and credentials`() async throws {
    let server = try TestServer(always: .answer())
    defer { server.stop() }
    let client = try CurlClient()
    let request = HTTPRequest(
      method: .post, url: server.url + "a1/sms?ref=a1b2",
      headers: [("Content-Type", "application/x-www-form-urlencoded")],
      body: Array("message=%C3%84r+du+trygg%3F".utf8),
      basicAuth: BasicCredentials(user: "ada", password: "lösen"))
    _ = try await client.send(request)
    let seen = try #require(server.seen.first)
    #expect(seen.line == "POST /a1/sms?ref=a1b2 HTTP/1.1")
    #expect(seen.body == request.body)
    #expect(seen.headers.contains("Content-Type: application/x-www-form-urlencoded"))
    #expect(seen.headers.contains("Authorization: Basic YWRhOmzDtnNlbg=="))
    #expect(!seen.headers.contains { $0.lowercased().hasPrefix("expect") })
    await client.shutdown()
  }

  @Test(arguments: HTTPMethod.allCases)
  func `each method goes out under its own name, with an empty body too`(method: HTTPMethod)
    async throws
  {
    let server = try TestServer(always: .answer(status: 204))
    defer { server.stop() }
    let client = try CurlClient()
    let response = try await client.send(HTTPRequest(method: method, url: server.url))
    #expect(response.status == 204)
    #expect(server.seen.first?.line == "\(method.rawValue) / HTTP/1.1")
    await client.shutdown()
  }

  @Test func `a redirect is an answer and is not followed`() async throws {
    let server = try TestServer { _, number in
      number == 1 ? .answer(status: 302, headers: ["Location: /elsewhere"]) : .answer()
    }
    defer { server.stop() }
    let client = try CurlClient()
    let response = try await client.send(HTTPRequest(method: .get, url: server.url))
    #expect(response.status == 302)
    #expect(server.seen.count == 1)
    await client.shutdown()
  }

  @Test func `an interim answer is not the answer`() async throws {
    let server = try TestServer(
      always: .raw(
        "HTTP/1.1 103 Early\r\nX-Early: 1\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"))
    defer { server.stop() }
    let client = try CurlClient()
    let response = try await client.send(HTTPRequest(method: .get, url: server.url))
    #expect(response.status == 200)
    #expect(response.header("x-early") == nil)
    await client.shutdown()
  }

  @Test func `requests one after the other share a connection`() async throws {
    let server = try TestServer(always: .answer(body: [1]))
    defer { server.stop() }
    let client = try CurlClient()
    for _ in 1...5 { _ = try await client.send(HTTPRequest(method: .post, url: server.url)) }
    #expect(server.seen.count == 5)
    #expect(server.connectionCount == 1)
    await client.shutdown()
  }

  @Test func `many requests at once all get answers, within the limit of connections`()
    async throws
  {
    let server = try TestServer { request, _ in .answer(body: request.body) }
    defer { server.stop() }
    let client = try CurlClient(limits: TransferLimits(perHost: 4))
    let url = server.url
    let answers = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for number in 0..<200 {
        group.addTask {
          let body = Array("\(number)".utf8)
          let request = HTTPRequest(method: .post, url: url, body: body, timeoutSeconds: 60)
          return try await client.send(request).body
        }
      }
      return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
    }
    #expect(answers.count == 200)
    #expect(server.connectionCount <= 4)
    await client.shutdown()
  }
}
