import GatewayEngine
import GatewayHTTP
import GatewayWeb
import Testing

@Suite struct HealthTests {
  private static let fine = HealthCheck(
    name: "database", isFine: true, isNeeded: true, text: "writes are durable")
  private static let stale = HealthCheck(
    name: "engine", isFine: false, isNeeded: true, text: "last tick 40 s ago")
  private static let provider = HealthCheck(
    name: "provider.46elks", isFine: false, isNeeded: false, text: "does not answer")

  @Test func `livez answers as long as the listener does`() async throws {
    try await WebHarness.run { web async throws in
      web.health.set(Self.stale)
      #expect(try await web.send(.get, "/livez").status == 200)
    }
  }

  @Test(arguments: ["/readyz", "/healthz"])
  func `a needed check that fails makes the service unready`(path: String) async throws {
    try await WebHarness.run { web in
      web.health.set(Self.fine, Self.provider)
      let ready = try await web.send(.get, path)
      #expect(ready.status == 200)
      #expect(ready.words == "[-] provider.46elks: does not answer\nready\n")
      web.health.set(Self.fine, Self.stale)
      let unready = try await web.send(.get, path)
      #expect(unready.status == 503)
      #expect(unready.words == "[-] engine: last tick 40 s ago\nnot ready\n")
    }
  }

  @Test func `verbose lists what is fine too`() async throws {
    try await WebHarness.run { web in
      web.health.set(Self.fine)
      let answer = try await web.send(.get, "/readyz?verbose")
      #expect(answer.words == "[+] database: writes are durable\nready\n")
    }
  }

  @Test func `a program gets the checks as JSON`() async throws {
    try await WebHarness.run { web in
      web.health.set(Self.fine, Self.stale)
      let answer = try await web.send(.get, "/readyz", "", [("Accept", "application/json")])
      #expect(answer.status == 503)
      #expect(answer.json["ready"] == .bool(false))
      let names = answer.json["checks"]?.list.compactMap { $0["name"]?.text }
      #expect(names == ["database", "engine"])
      #expect(answer.json["checks"]?[1]?["fine"] == .bool(false))
    }
  }

  @Test func `metrics ask for their token where one is set`() async throws {
    try await WebHarness.run(opsToken: "m3trics") { web in
      web.engine.core.metrics.set(.providerUp, ["provider": "46elks"], to: 1)
      #expect(try await web.send(.get, "/metrics").status == 401)
      let wrong = [(name: "Authorization", value: "Bearer m3tric")]
      #expect(try await web.send(.get, "/metrics", "", wrong).status == 401)
      let right = [(name: "Authorization", value: "Bearer m3trics")]
      let answer = try await web.send(.get, "/metrics", "", right)
      #expect(answer.status == 200)
      #expect(
        answer.response.header("content-type") == "text/plain; version=0.0.4; charset=utf-8")
    }
  }

  @Test func `every metric is written as Prometheus reads it`() throws {
    let metrics = EngineMetrics()
    for (index, metric) in EngineMetric.allCases.enumerated() {
      switch metric.kind {
      case .counter: metrics.count(metric, ["reason": "a\\b \"c\"\nd", "result": "ok"])
      case .gauge: metrics.set(metric, to: Double(index) + 0.25)
      case .histogram:
        metrics.observe(metric, ["provider": "46elks"], seconds: 0.3)
        metrics.observe(metric, ["provider": "46elks"], seconds: 4000)
        metrics.observe(metric, ["provider": "twilio"], seconds: 7)
      }
    }
    let sheet = PrometheusSheet(PrometheusText.render(metrics))
    #expect(sheet.faults == [])
    #expect(sheet.families.count == EngineMetric.allCases.count)
    let reasons = sheet.samples.compactMap { $0.labels["reason"] }
    #expect(!reasons.isEmpty && reasons.allSatisfy { $0 == "a\\b \"c\"\nd" })
  }
}
