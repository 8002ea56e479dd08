import Testing

/// Walls that the compiler does not draw.
@Suite struct StructureTests {
  let tree = SourceTree.here

  @Test func `the checkout is found, so that no rule below passes on nothing`() {
    #expect(tree.files(under: "Sources").count > 50)
    #expect(tree.files(under: "Tests").count > 20)
  }

  @Test func `no source file is over 300 lines: split it by thought`() {
    let long = tree.files(under: "Sources", "Mocks").filter { $0.lines.count > 301 }
    #expect(long.map { "\($0.path): \($0.lines.count)" } == [])
  }

  @Test func `the core imports nothing but value types of Foundation`() {
    let places = tree.files(under: "Sources/CheckinFlows").flatMap { file in
      file.places { line in
        let words = line.split(separator: " ")
        guard let at = words.firstIndex(of: "import"), at < 3, words.count > at + 1 else {
          return false
        }
        return words[at + 1] == "struct"
          ? !words[at + 2].hasPrefix("Foundation.") : words[at + 1] != "Foundation"
      }
    }
    #expect(places == [], "pass time, chance and data in as arguments instead")
  }

  @Test func `the core reads no clock and draws no random number`() {
    let forbidden = [
      "Date()", "Date.now", ".random(", "ContinuousClock", "SuspendingClock", "Task {",
      "FileManager", "ProcessInfo", "UUID()", "SystemRandom",
    ]
    let places = tree.files(under: "Sources/CheckinFlows").flatMap { file in
      file.places { line in forbidden.contains { line.contains($0) } }
    }
    #expect(places == [], "the core is pure: take what you need as an argument")
  }

  @Test func `the engine takes the time from its own clock only`() {
    let forbidden = ["Date()", "Date.now", "Task.sleep", "ContinuousClock.now"]
    let places = tree.files(under: "Sources/Gateway/Engine").flatMap { file in
      file.places { line in forbidden.contains { line.contains($0) } }
    }
    #expect(places == [], "use the EngineClock, so that tests can move it")
  }

  @Test func `only the assembly imports all its neighbours`() {
    let neighbours = ["GatewayStore", "GatewayProviders", "GatewayVoice", "GatewayWeb"]
    let places = tree.files(
      under: "Sources/Gateway/Store", "Sources/Gateway/Providers", "Sources/Gateway/Voice",
      "Sources/Gateway/Web", "Sources/Gateway/Engine"
    ).flatMap { file in
      file.places { line in
        line.contains("import ") && neighbours.contains { line.hasSuffix("import \($0)") }
      }
    }
    #expect(places == [], "speak through a port in GatewayEngine")
  }

  @Test func `migration files are numbered without a gap`() {
    let names = tree.files(under: "Sources/Gateway/Store/Migrations", endings: ["sql"])
      .map { $0.path.split(separator: "/").last ?? "" }
    let expected = names.indices.map {
      "m" + String(repeating: "0", count: 4 - "\($0 + 1)".count) + "\($0 + 1)-"
    }
    #expect(!names.isEmpty)
    #expect(zip(names, expected).allSatisfy { $0.hasPrefix($1) })
  }
}
