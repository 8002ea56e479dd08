import Foundation
import GatewayEngine
import GatewayHTTP
import Subprocess
import SystemPackage

/// Room on the disk that the database lies on.
struct DatabaseDisk: DiskSpace {
  let databasePath: String

  func freeBytes() -> Int64? {
    let folder = URL(filePath: databasePath).deletingLastPathComponent().path
    let facts = try? FileManager.default.attributesOfFileSystem(forPath: folder)
    return (facts?[.systemFreeSize] as? NSNumber)?.int64Value
  }
}

/// Pings an outside checker; its address may hold a secret and is never logged.
struct HTTPHeartbeat: HeartbeatTarget {
  let client: CurlClient
  let url: String

  func ping() async -> Bool {
    let request = HTTPRequest(method: .get, url: url, timeoutSeconds: 10)
    guard let response = try? await client.send(request) else { return false }
    return (200..<300).contains(response.status)
  }
}

/// The administrator's own program of the outside path.
struct ProcessOutsideCommand: OutsideCommand {
  private static let longestSeconds = 30

  func run(_ command: String, caseReference: String) async -> Bool {
    let words = command.split(separator: " ").map(String.init)
    guard let program = words.first else { return false }
    return await withTaskGroup(of: Bool.self) { group in
      group.addTask { await succeeds(program, words.dropFirst() + [caseReference]) }
      group.addTask {
        try? await Task.sleep(for: .seconds(Self.longestSeconds))
        return false
      }
      let first = await group.next() ?? false
      group.cancelAll()
      return first
    }
  }

  private func succeeds(_ program: String, _ arguments: [String]) async -> Bool {
    let executable: Executable =
      program.contains("/") ? .path(FilePath(program)) : .name(program)
    let result = try? await Subprocess.run(
      executable, arguments: Arguments(arguments), output: .discarded, error: .discarded)
    return result?.terminationStatus.isSuccess ?? false
  }
}
