import CheckinFlows
import Foundation
import GatewayHTTP
import TestSupport

/// A folder with a database, a telephone company, and `gatewayd serve` in between, all real.
final class Installation: Sendable {
  let folder: TemporaryFolder
  let line: RealProcess
  let lineAddress: String
  let client: CurlClient
  let settings: [String: String]
  let token: String
  let port: Int

  static let template = Template()

  init(_ changes: [String: String] = [:]) async throws {
    let prepared = try await Self.template.prepared()
    folder = try TemporaryFolder()
    token = prepared.token
    for suffix in ["", ".key"] {
      try FileManager.default.copyItem(
        atPath: prepared.path + suffix, toPath: folder.path(of: "gatewayd.db" + suffix))
    }
    line = try RealProcess(
      "mockline", ["serve", "--port", "0", "--delivery-seconds", "0.05", "--seed", "1"])
    let said = try await line.untilItWrites("phones at http")
    let address = said.split(whereSeparator: \.isWhitespace).first { $0.hasPrefix("http") } ?? ""
    lineAddress = String(address.hasSuffix("/") ? address.dropLast() : address[...])
    port = try FreePort.take()
    settings = Self.settings(folder, port: port, opsPort: try FreePort.take(), line: lineAddress)
      .merging(changes) { _, new in new }
    client = try CurlClient()
  }

  /// Starts `gatewayd serve` and returns when it is ready.
  func serve() async throws -> RealProcess {
    let gateway = try RealProcess("gatewayd", ["serve"], environment: settings)
    try await gateway.untilItWrites("service.ready")
    return gateway
  }

  func close() async {
    await client.shutdown()
    line.kill(SIGTERM)
  }

  /// A policy of seconds instead of minutes; `check` would warn of it, `serve` takes it.
  static func settings(
    _ folder: TemporaryFolder, port: Int, opsPort: Int, line: String
  ) -> [String: String] {
    [
      "GATEWAYD_DATABASE_URL": "sqlite:" + folder.path(of: "gatewayd.db"),
      "GATEWAYD_VOICE_CACHE": SharedPrompts.folder, "GATEWAYD_VOICE_WARM_UP": "false",
      "GATEWAYD_HTTP_PORT": "\(port)", "GATEWAYD_OPS_PORT": "\(opsPort)",
      "GATEWAYD_PROVIDERS": "46elks",
      "GATEWAYD_PROVIDERS_46ELKS_BASE_URL": "\(line)/46elks/a1",
      "GATEWAYD_PROVIDERS_46ELKS_USERNAME": "u0123456789abcdef0123456789abcdef",
      "GATEWAYD_PROVIDERS_46ELKS_PASSWORD": "secret",
      "GATEWAYD_PROVIDERS_46ELKS_NUMBER": Cast.ourNumber.e164,
      "GATEWAYD_PROVIDERS_46ELKS_WEBHOOK_SECRET": Stage.secret,
      "GATEWAYD_WATCH_REMINDER": "1s", "GATEWAYD_WATCH_ATTEMPT_GAP": "2s",
      "GATEWAYD_WATCH_RING_TIME": "1s", "GATEWAYD_WATCH_ANSWER_LIMIT": "20s",
      "GATEWAYD_PAGE_NEXT_RUNG": "2s", "GATEWAYD_PAGE_EVERYBODY": "4s",
      "GATEWAYD_PAGE_RING_AGAIN": "4s", "GATEWAYD_PAGE_CLAIM": "10m",
      "GATEWAYD_PAGE_RING_TIME": "3s",
    ]
  }

  // MARK: Asking

  func asks(_ method: HTTPMethod, _ path: String, _ json: String = "") async -> [String: Any]? {
    await send(
      method, "http://127.0.0.1:\(port)/api/v1\(path)", json, [("Authorization", "Bearer \(token)")]
    )
  }

  func asksLine(_ method: HTTPMethod, _ path: String, _ json: String = "") async
    -> [String: Any]?
  {
    await send(method, "\(lineAddress)/control\(path)", json, [])
  }

  /// `nil` when nobody answers, as after a kill, or the answer is no success.
  private func send(
    _ method: HTTPMethod, _ url: String, _ json: String,
    _ headers: [(name: String, value: String)]
  ) async -> [String: Any]? {
    let type = [(name: "Content-Type", value: "application/json")]
    let request = HTTPRequest(
      method: method, url: url, headers: headers + (json.isEmpty ? [] : type),
      body: Array(json.utf8))
    guard let response = try? await client.send(request), response.status < 300 else { return nil }
    return (try? JSONSerialization.jsonObject(with: Data(response.body)) as? [String: Any]) ?? [:]
  }
}

/// A database with people, operators and a token, made once by the commands that an administrator
/// uses, and copied for each run.
actor Template {
  struct Prepared: Sendable {
    let path: String
    let token: String
  }

  private var made: Task<Prepared, any Error>?
  private let folder = try? TemporaryFolder()

  func prepared() async throws -> Prepared {
    if let made { return try await made.value }
    let folder = folder
    let task = Task { try await Self.make(in: folder) }
    made = task
    return try await task.value
  }

  private static func make(in folder: TemporaryFolder?) async throws -> Prepared {
    guard let folder else { throw RealProcess.Failure(description: "no temporary folder") }
    let path = folder.path(of: "template.db")
    let table = folder.path(of: "people.csv")
    let rows = ["Ada": Cast.adasNumber, "Bo": Cast.bosNumber, "Cleo": Cast.cleosNumber]
    let lines = rows.sorted { $0.key < $1.key }.map { "\($0.key),\($0.value.e164)" }
    try ("name,number\n" + lines.joined(separator: "\n") + "\n")
      .write(toFile: table, atomically: true, encoding: .utf8)
    let environment = ["GATEWAYD_DATABASE_URL": "sqlite:" + path]
    var token = ""
    for arguments in [
      ["person", "import", table],
      [
        "user", "add", "Olga", "--number", Cast.olgasNumber.e164, "--role", "operator", "--on-duty",
      ],
      [
        "user", "add", "Omar", "--number", Cast.omarsNumber.e164, "--role", "operator", "--on-duty",
      ],
      ["token", "create", "Harness", "--scope", "operate"],
    ] {
      let (status, output) = try await RealProcess.run(
        "gatewayd", arguments, environment: environment)
      guard status == 0 else { throw RealProcess.Failure(description: output) }
      token = String(output.split(separator: "\n").last ?? "")
    }
    return Prepared(path: path, token: token)
  }
}
