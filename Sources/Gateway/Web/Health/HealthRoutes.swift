import Foundation
package import GatewayEngine
import HTTPTypes
package import Hummingbird
import NIOCore

/// `/livez`, `/readyz`, `/healthz` and `/metrics`, on a listener of their own.
package struct HealthRoutes: Sendable {
  let source: any HealthSource
  /// Asked for by `/metrics` where it is set.
  let metricsToken: String?

  package init(source: any HealthSource, metricsToken: String?) {
    self.source = source
    self.metricsToken = metricsToken
  }

  package func add(to router: Router<WebRequestContext>) {
    router.get("/livez") { _, _ in Response(status: .ok, body: text("ok\n")) }
    router.get("/readyz") { request, _ in await readiness(request) }
    router.get("/healthz") { request, _ in await readiness(request) }
    router.get("/metrics") { request, _ in await metrics(request) }
  }

  private func readiness(_ request: Request) async -> Response {
    let checks = await source.checks()
    let isReady = checks.allSatisfy { $0.isFine || !$0.isNeeded }
    let status: HTTPResponse.Status = isReady ? .ok : .serviceUnavailable
    if request.headers[.accept]?.contains("application/json") == true {
      return json(checks, isReady, status)
    }
    let verbose = request.uri.queryParameters["verbose"] != nil
    let lines = checks.filter { verbose || !$0.isFine }.map {
      "[\($0.isFine ? "+" : "-")] \($0.name): \($0.text)"
    }
    let summary = isReady ? "ready" : "not ready"
    return Response(
      status: status, headers: [.contentType: "text/plain; charset=utf-8"],
      body: text((lines + [summary]).joined(separator: "\n") + "\n"))
  }

  private func json(
    _ checks: [HealthCheck], _ isReady: Bool, _ status: HTTPResponse.Status
  ) -> Response {
    let report = ReadinessReport(
      ready: isReady,
      checks: checks.map {
        .init(name: $0.name, fine: $0.isFine, needed: $0.isNeeded, text: $0.text)
      })
    let body = (try? JSONEncoder().encode(report)) ?? Data()
    return Response(
      status: status, headers: [.contentType: "application/json"],
      body: .init(byteBuffer: ByteBuffer(bytes: body)))
  }

  private func metrics(_ request: Request) async -> Response {
    if let metricsToken, request.headers[.authorization] != "Bearer \(metricsToken)" {
      return Response(status: .unauthorized)
    }
    return Response(
      status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
      body: text(await source.metrics()))
  }

  private func text(_ text: String) -> ResponseBody {
    .init(byteBuffer: ByteBuffer(string: text))
  }
}

private struct ReadinessReport: Encodable {
  struct Check: Encodable {
    let name: String
    let fine: Bool
    let needed: Bool
    let text: String
  }
  let ready: Bool
  let checks: [Check]
}
