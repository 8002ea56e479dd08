import CCurl

extension Transfer {
  /// Asked by libcurl right before each sending of the request. See `Transfer`.
  static let allowDeparture: curl_prereq_callback = { context, _, _, _, _ in
    guard let transfer = Transfer.from(context) else { return Int32(CURL_PREREQFUNC_ABORT) }
    transfer.departures += 1
    return Int32(transfer.departures == 1 ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT)
  }

  /// Takes a piece of the body; a return other than its length ends the transfer.
  static let takeBody: curl_write_callback = { bytes, size, count, context in
    guard let bytes, let transfer = Transfer.from(context) else { return 0 }
    return transfer.takeBody(UnsafeRawBufferPointer(start: bytes, count: size * count))
  }

  /// Takes one header line.
  static let takeHeader: curl_write_callback = { bytes, size, count, context in
    guard let bytes, let transfer = Transfer.from(context) else { return 0 }
    return transfer.takeHeader(UnsafeRawBufferPointer(start: bytes, count: size * count))
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> Transfer? {
    context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
  }

  private func takeBody(_ piece: UnsafeRawBufferPointer) -> Int {
    guard body.count + piece.count <= submission.request.maxResponseBytes else {
      isTooLarge = true
      return 0
    }
    body.append(contentsOf: piece)
    return piece.count
  }

  private func takeHeader(_ line: UnsafeRawBufferPointer) -> Int {
    headerBytes += line.count
    guard headerBytes <= maxResponseHeaderBytes else {
      isTooLarge = true
      return 0
    }
    if line.starts(with: "HTTP/".utf8) {
      // A new block: what came before was an interim answer (1xx).
      headers = []
      isHeadComplete = false
    } else if line.allSatisfy({ $0 == 0x0D || $0 == 0x0A }) {
      isHeadComplete = true
    } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0 {
      headers.append((Self.name(line[..<colon]), Self.value(line[(colon + 1)...])))
    }
    return line.count
  }

  private static func name(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased()
  }

  private static func value(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
    var rest = bytes.drop(while: isSpace)
    while let last = rest.last, isSpace(last) { rest = rest.dropLast() }
    return String(decoding: rest, as: UTF8.self)
  }
}
