import Foundation
import Gateway

/// Codes from a file, from standard input, or typed without being shown.
enum SecretInput {
  static func firstLine(ofFile path: String) throws -> String? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw AdministrationRefused("\(path) cannot be read. Check the path and its rights.")
    }
    let line = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).first
    return line.flatMap(code)
  }

  static func lineFromStandardInput() throws -> String? {
    guard let line = readLine() else {
      throw AdministrationRefused("Standard input ended before the code came.")
    }
    return code(line[...])
  }

  /// `nil` when no terminal is attached, so that scripts are never asked, and for an empty answer.
  static func asked(_ question: String) -> String? {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
    FileHandle.standardError.write(Data(question.utf8))
    var settings = termios()
    let isHidden = tcgetattr(STDIN_FILENO, &settings) == 0
    let shown = settings
    settings.c_lflag &= ~tcflag_t(ECHO)
    if isHidden { tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings) }
    let line = readLine()
    if isHidden { restore(shown) }
    FileHandle.standardError.write(Data("\n".utf8))
    return line.flatMap { code($0[...]) }
  }

  private static func restore(_ settings: termios) {
    var settings = settings
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
  }

  private static func code(_ line: Substring) -> String? {
    let code = line.filter { !$0.isWhitespace }
    return code.isEmpty ? nil : String(code)
  }
}
