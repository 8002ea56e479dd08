import Foundation
import HTTPTypes
package import Hummingbird
import NIOCore

/// The demo's page, its live log and its clock. Added to the router by the demo alone.
package struct DemoRoutes: Sendable {
  let desk: any DemoDesk

  package init(desk: any DemoDesk) {
    self.desk = desk
  }

  package func add(to router: Router<WebRequestContext>) {
    router.get("/") { _, _ in page() }
    router.get("/demo/:file") { _, context in
      DemoFiles.response(try context.parameters.require("file"))
    }
    router.get("/demo/stage") { _, _ in try json(desk.stage) }
    router.get("/demo/events") { request, _ in
      DemoEvents(desk: desk, lastSeen: lastSeen(of: request)).response()
    }
    router.post("/demo/clock") { request, context in
      guard isFromThisPage(request) else { return Response(status: .forbidden) }
      let wish = try await request.decode(as: ClockWish.self, context: context)
      try await desk.choose(speed: wish.speed)
      return Response(status: .noContent)
    }
    router.post("/demo/skip") { request, _ in
      guard isFromThisPage(request) else { return Response(status: .forbidden) }
      return try json(["result": try await desk.skip()])
    }
  }

  private struct ClockWish: Decodable {
    let speed: Int
  }

  private func page() -> Response {
    var response = DemoFiles.response("page.html")
    response.headers[.contentSecurityPolicy] = policy
    response.headers[.xContentTypeOptions] = "nosniff"
    return response
  }

  /// Nothing from anywhere but here, except the phones in their frames.
  private var policy: String {
    let hosts = ["127.0.0.1", "localhost"].map { "http://\($0):\(desk.stage.linePort)" }
    return [
      "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
      "connect-src 'self'", "frame-src \(hosts.joined(separator: " "))", "base-uri 'none'",
      "form-action 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")
  }

  private func lastSeen(of request: Request) -> Int64 {
    header("Last-Event-ID", of: request).flatMap { Int64($0) } ?? 0
  }

  /// A browser says where a request comes from; other pages may not drive the clock.
  private func isFromThisPage(_ request: Request) -> Bool {
    guard let site = header("Sec-Fetch-Site", of: request) else { return true }
    return site == "same-origin"
  }

  private func header(_ name: String, of request: Request) -> String? {
    HTTPField.Name(name).flatMap { request.headers[$0] }
  }

  private func json(_ value: some Encodable) throws -> Response {
    let bytes = try JSONEncoder().encode(value)
    return Response(
      status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
      body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
