import CheckinFlows

extension FlowRunner {
  /// 128 bits in lower-case hex: the name and the secret of an outgoing item.
  func drawRef() -> CallRef {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in random.bytes(16) {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return CallRef(rawValue: String(decoding: text, as: UTF8.self))
  }

  /// Three digits that no other open page of this operator has. It never reads as a command of its
  /// own: it does not begin with 0, and it is no emergency number.
  func drawPageCode(besides taken: Set<String>) -> String {
    let free = (100...999).map(String.init).filter { !taken.contains($0) && $0 != "112" }
    // An operator with 899 open pages has other worries than two with the same code.
    guard !free.isEmpty else { return "999" }
    let bytes = random.bytes(4)
    let drawn = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return free[Int(drawn) % free.count]
  }
}
