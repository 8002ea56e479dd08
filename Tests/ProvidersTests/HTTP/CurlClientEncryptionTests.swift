import GatewayHTTP
import Testing

@Suite(.enabled(if: EncryptedServer.isAvailable, "needs the openssl tool"))
struct CurlClientEncryptionTests {
  private func request(_ host: String, _ server: EncryptedServer) -> HTTPRequest {
    HTTPRequest(method: .get, url: "https://\(host):\(server.port)/")
  }

  @Test func `a certificate that nobody vouches for is refused, surely not sent`() async throws {
    let server = try EncryptedServer()
    defer { server.stop() }
    #expect(
      try await failure(of: request("localhost", server)) == .notSent(.certificateRefused))
  }

  @Test func `a trusted certificate for another name is refused, surely not sent`() async throws {
    let server = try EncryptedServer()
    defer { server.stop() }
    let limits = TransferLimits(authoritiesFile: server.certificate)
    #expect(
      try await failure(of: request("127.0.0.1", server), limits: limits)
        == .notSent(.certificateRefused))
  }

  @Test func `a trusted certificate for the right name lets the request through`() async throws {
    let server = try EncryptedServer()
    defer { server.stop() }
    let client = try CurlClient(limits: TransferLimits(authoritiesFile: server.certificate))
    #expect(try await client.send(request("localhost", server)).status == 200)
    await client.shutdown()
  }
}
