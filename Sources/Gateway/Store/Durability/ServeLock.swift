import Foundation
import GatewayEngine

/// Keeps a second `serve` off the same database. Other commands share the file and do not take it.
///
/// The kernel lets go of it when the process ends, however it ends: nothing to clean up by hand.
package final class ServeLock: Sendable {
  private let file: Int32

  /// Takes the lock of the database at `path`, in a file beside it.
  ///
  /// - Throws: `StoreFailure.locked`, naming the process that holds it.
  package init(databasePath path: String) throws {
    let file = Foundation.open(path + ".serve", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw StoreFailure.readOnly }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let holder = Self.holder(in: file)
      Foundation.close(file)
      throw StoreFailure.locked(holder: holder)
    }
    self.file = file
    writeHolder()
  }

  deinit {
    Foundation.close(file)
  }

  private func writeHolder() {
    let text = Array("\(ProcessInfo.processInfo.processIdentifier)\n".utf8)
    // Only for the message: the lock holds whether or not the number could be written.
    if ftruncate(file, 0) == 0 { _ = pwrite(file, text, text.count, 0) }
  }

  private static func holder(in file: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(file, &bytes, bytes.count, 0)
    let digits = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
    guard let process = Int(digits.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      return "another `gatewayd serve`"
    }
    return "another `gatewayd serve`, process \(process)"
  }
}
