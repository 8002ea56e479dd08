import CheckinFlows
import Foundation
import Gateway
import GatewayEngine
import TestSupport
import Testing

@Suite("the key of the codes")
struct CodeKeyTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path(of: "gatewayd.db")
  }

  private func addPerson(code: String?) async throws {
    var configuration = GatewayConfiguration()
    configuration.databasePath = path
    let desk = try await Administration.open(configuration, clock: ManualClock())
    _ = try await desk.addPerson(PersonOrder(name: "Ada", number: nil, code: code))
    await desk.close()
  }

  @Test("a key that was lost is not made anew behind the back of stored codes")
  func lostKey() async throws {
    try await addPerson(code: "4711")
    try FileManager.default.removeItem(atPath: path + ".key")
    let words = await refusal { try await addPerson(code: nil) }
    #expect(words.contains("not the one that the stored codes were made with"))
  }

  @Test("where no code is stored another key may take its place")
  func unusedKey() async throws {
    try await addPerson(code: nil)
    try FileManager.default.removeItem(atPath: path + ".key")
    try await addPerson(code: "4711")
    let words = await refusal { try await addPerson(code: "4712") }
    #expect(words.isEmpty)
  }

  @Test("the key file is for its owner alone, and the same at every call")
  func keyFile() async throws {
    try await addPerson(code: nil)
    let first = try Data(contentsOf: URL(filePath: path + ".key"))
    try await addPerson(code: nil)
    #expect(try Data(contentsOf: URL(filePath: path + ".key")) == first)
    #expect(first.count == 32)
    let facts = try FileManager.default.attributesOfItem(atPath: path + ".key")
    #expect((facts[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }
}
