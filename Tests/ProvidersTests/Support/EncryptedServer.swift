import Foundation
import Glibc
import Testing

/// A web server with a certificate of its own making, played by the `openssl` tool.
final class EncryptedServer {
  static let tool = "/usr/bin/openssl"
  static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: tool) }

  let port: UInt16
  /// The certificate, for those who choose to trust it. It names `localhost` alone.
  let certificate: String
  private let folder: URL
  private let server = Process()
  private let input = Pipe()

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    certificate = folder.appending(path: "certificate.pem").path
    let key = folder.appending(path: "key.pem").path
    try Self.makeCertificate(certificate, key: key)
    let output = Pipe()
    server.executableURL = URL(fileURLWithPath: Self.tool)
    server.arguments = [
      "s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key, "-www",
    ]
    server.standardInput = input
    server.standardOutput = output
    server.standardError = FileHandle.nullDevice
    try server.run()
    port = try #require(Self.readPort(from: output.fileHandleForReading))
  }

  func stop() {
    kill(server.processIdentifier, SIGKILL)
    try? FileManager.default.removeItem(at: folder)
  }

  private static func makeCertificate(_ certificate: String, key: String) throws {
    let request = Process()
    request.executableURL = URL(fileURLWithPath: tool)
    request.arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-days", "1", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
      "-out", certificate, "-keyout", key,
    ]
    request.standardError = FileHandle.nullDevice
    try request.run()
    request.waitUntilExit()
    try #require(request.terminationStatus == 0)
  }

  /// The tool says `ACCEPT 127.0.0.1:40123` when it is ready.
  private static func readPort(from handle: FileHandle) -> UInt16? {
    var text = ""
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !text.contains("ACCEPT") || !text.hasSuffix("\n") {
      let count = read(handle.fileDescriptor, &buffer, buffer.count)
      guard count > 0 else { return nil }
      text += String(decoding: buffer[..<count], as: UTF8.self)
    }
    let line = text.split(separator: "\n").first { $0.hasPrefix("ACCEPT") }
    return line?.split(separator: ":").last.flatMap { UInt16($0) }
  }
}
