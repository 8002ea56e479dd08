import Foundation

/// The bytes of a spreadsheet's export as text: UTF-8 with or without its mark, UTF-16, or the
/// Windows-1252 that Excel writes as plain "CSV".
enum ImportedText {
  static func decode(_ data: Data) -> String {
    let bytes = [UInt8](data.prefix(4))
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return String(decoding: data.dropFirst(3), as: UTF8.self)
    }
    if let encoding = utf16(bytes), let text = String(data: data, encoding: encoding) {
      return text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
    }
    if let text = String(validating: data, as: UTF8.self) { return text }
    // Every byte means something in Latin-1, which differs only in rare signs.
    return String(data: data, encoding: .windowsCP1252)
      ?? String(data: data, encoding: .isoLatin1) ?? ""
  }

  /// By its mark, or by the zero bytes that a header in plain letters has.
  private static func utf16(_ bytes: [UInt8]) -> String.Encoding? {
    guard bytes.count >= 2 else { return nil }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if bytes[0] != 0, bytes[1] == 0 { return .utf16LittleEndian }
    if bytes[0] == 0, bytes[1] != 0 { return .utf16BigEndian }
    return nil
  }
}
