import Foundation
import Yams

/// A YAML file laid flat: `http: {port: 8080}` becomes `http.port`.
struct ConfigurationFile {
  let path: String
  private(set) var values: [String: String] = [:]

  /// Throws `ConfigurationRefused` when the file cannot be read or is not a mapping.
  init(path: String) throws {
    self.path = path
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(data: data, encoding: .utf8)
    else {
      throw refused("\(path) cannot be read. Check the path, and that this user may read it.")
    }
    do {
      guard let root = try Yams.compose(yaml: text) else { return }
      flatten(root, under: [])
    } catch {
      let place = Self.line(of: error).map { ", line \($0)" } ?? ""
      throw refused("\(path)\(place) is not valid YAML. Correct it, then run `gatewayd check`.")
    }
  }

  /// Where it went wrong. The library's own words quote the line, which may hold a secret.
  private static func line(of error: any Error) -> Int? {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: nil
    }
  }

  private mutating func flatten(_ node: Node, under path: [String]) {
    switch node {
    case .mapping(let mapping):
      if path == ["providers"] {
        values["providers"] = mapping.keys.compactMap(\.string).joined(separator: ",")
      }
      for (key, value) in mapping {
        flatten(value, under: path + [key.string ?? "?"])
      }
    case .sequence(let sequence):
      values[path.joined(separator: ".")] = sequence.compactMap(\.string).joined(separator: ",")
    case .scalar(let scalar):
      // A group whose keys are all commented out is nothing, not an empty value.
      guard !["", "~", "null"].contains(scalar.string) else { return }
      values[path.joined(separator: ".")] = scalar.string
    case .alias:
      values[path.joined(separator: ".")] = ""
    }
  }

  private func refused(_ text: String) -> ConfigurationRefused {
    ConfigurationRefused(findings: [.error(text)])
  }
}
