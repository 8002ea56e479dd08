import Configuration
import Foundation
import SystemPackage

/// Where values come from, first wins: option, environment, file, `conf.d`, credentials folder,
/// built-in default.
package struct ConfigurationLayers: Sendable {
  /// Values given on the command line, by key.
  package var options: [String: String] = [:]
  package var environment: [String: String] = ProcessInfo.processInfo.environment
  /// An explicit file must exist; the usual one may be missing.
  package var file: String?

  package static let usualFile = "/etc/gatewayd/gatewayd.yaml"
  package static let usualFolder = "/etc/gatewayd/conf.d"

  package init() {}

  /// Reads all layers. Unknown keys in files and environment are errors with the nearest key.
  package func load() async throws -> ConfigurationValues {
    let files = try configurationFiles()
    let reader = ConfigReader(providers: try await providers(files))
    var values = ConfigurationValues(reader: reader)
    values.findings = unknownKeys(in: files, providerNames: values.providerNames)
    return values
  }

  private func configurationFiles() throws -> [ConfigurationFile] {
    var paths: [String] = []
    if let file {
      paths.append(file)
    } else if FileManager.default.fileExists(atPath: Self.usualFile) {
      paths.append(Self.usualFile)
    }
    let fragments = (try? FileManager.default.contentsOfDirectory(atPath: Self.usualFolder)) ?? []
    paths += fragments.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(Self.usualFolder)/\($0)" }
    return try paths.map(ConfigurationFile.init(path:))
  }

  private func providers(_ files: [ConfigurationFile]) async throws -> [any ConfigProvider] {
    var list: [any ConfigProvider] = [
      memory("option", options),
      EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "gatewayd"),
    ]
    list += files.map { memory($0.path, $0.values) }
    if let folder = environment["CREDENTIALS_DIRECTORY"] {
      list.append(
        try await DirectoryFilesProvider(directoryPath: FilePath(folder), allowMissing: true))
    }
    return list
  }

  private func memory(_ name: String, _ values: [String: String]) -> InMemoryProvider {
    let pairs = values.map { key, value in
      (
        AbsoluteConfigKey(key.split(separator: ".").map(String.init)),
        ConfigValue(.string(value), isSecret: false)
      )
    }
    return InMemoryProvider(name: name, values: Dictionary(uniqueKeysWithValues: pairs))
  }

  private func unknownKeys(
    in files: [ConfigurationFile], providerNames: [String]
  ) -> [ConfigurationFinding] {
    let known = ConfigurationValues.knownKeys(providerNames: providerNames)
    let inFiles = files.flatMap { file in
      file.values.keys.sorted().filter { !known.contains($0) }.map {
        unknown(
          "key \($0) in \(file.path)", nearest: NearestKey.hint(for: $0, among: known),
          isProviders: $0.hasPrefix("providers."))
      }
    }
    let names = known.map(ConfigurationKey.environmentName(of:))
    let inEnvironment = environment.keys.sorted()
      .filter { $0.hasPrefix("GATEWAYD_") && !names.contains($0) }
      .map {
        unknown(
          "variable \($0)", nearest: NearestKey.hint(for: $0, among: names),
          isProviders: $0.hasPrefix("GATEWAYD_PROVIDERS_"))
      }
    return inFiles + inEnvironment
  }

  private func unknown(
    _ what: String, nearest: String?, isProviders: Bool
  ) -> ConfigurationFinding {
    let usual =
      isProviders
      ? "Is its provider named in providers? `gatewayd config example` lists all keys."
      : "`gatewayd config example` lists all keys."
    let hint = nearest.map { "Did you mean \($0)?" } ?? usual
    return .error("Unknown \(what). \(hint)", key: isProviders ? "providers" : nil)
  }
}
