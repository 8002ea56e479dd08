/// Sound in one channel.
struct Sound: Hashable, Sendable {
  var samples: [Int16]
  let sampleRate: Int
}

/// Reads and writes WAV files.
enum Wave {
  /// What telephone networks carry.
  static let telephoneRate = 8000
  static let largestBytes = 32 << 20
  private static let headerBytes = 44

  /// 16-bit PCM, one channel.
  static func encode(_ sound: Sound) -> [UInt8] {
    let dataBytes = sound.samples.count * 2
    var bytes: [UInt8] = []
    bytes.reserveCapacity(headerBytes + dataBytes)
    bytes += Array("RIFF".utf8) + little(UInt32(headerBytes - 8 + dataBytes))
    bytes += Array("WAVEfmt ".utf8) + little(UInt32(16))
    bytes += little(UInt16(1)) + little(UInt16(1))
    bytes += little(UInt32(sound.sampleRate)) + little(UInt32(sound.sampleRate * 2))
    bytes += little(UInt16(2)) + little(UInt16(16))
    bytes += Array("data".utf8) + little(UInt32(dataBytes))
    sound.samples.map(\.littleEndian).withUnsafeBytes { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Takes 16-bit PCM of any usual rate; several channels are mixed to one. A stream's header,
  /// written before its length was known, is read to the end of the bytes.
  static func decode(_ bytes: [UInt8]) throws(VoiceError) -> Sound {
    guard bytes.count <= largestBytes else { throw .badWave(.tooLarge) }
    guard bytes.count > headerBytes - 8, text(bytes, 0) == "RIFF", text(bytes, 8) == "WAVE" else {
      throw .badWave(.notWave)
    }
    let format = try format(chunk("fmt ", in: bytes))
    let data = try chunk("data", in: bytes)
    let samples = mixed(data, channels: format.channels)
    guard !samples.isEmpty else { throw .badWave(.empty) }
    return Sound(samples: samples, sampleRate: format.sampleRate)
  }

  private static func format(
    _ chunk: ArraySlice<UInt8>
  ) throws(VoiceError) -> (channels: Int, sampleRate: Int) {
    guard chunk.count >= 16 else { throw .badWave(.notWave) }
    let start = chunk.startIndex
    let kind = word(chunk, start)
    let channels = word(chunk, start + 2)
    let sampleRate = word(chunk, start + 4) | word(chunk, start + 6) << 16
    // 0xFFFE is the extensible form of the same.
    guard kind == 1 || kind == 0xFFFE, word(chunk, start + 14) == 16, (1...8).contains(channels)
    else { throw .badWave(.notPCM16) }
    guard (8000...96_000).contains(sampleRate) else { throw .badWave(.unusualRate) }
    return (channels, sampleRate)
  }

  private static func chunk(
    _ name: String, in bytes: [UInt8]
  ) throws(VoiceError) -> ArraySlice<UInt8> {
    var start = 12
    while start + 8 <= bytes.count {
      let size = word(bytes[...], start + 4) | word(bytes[...], start + 6) << 16
      let end = min(bytes.count, start + 8 + size)
      if text(bytes, start) == name { return bytes[(start + 8)..<end] }
      start += 8 + size + size % 2
    }
    throw .badWave(.notWave)
  }

  private static func mixed(_ data: ArraySlice<UInt8>, channels: Int) -> [Int16] {
    let frames = data.count / (2 * channels)
    var mixed: [Int16] = []
    mixed.reserveCapacity(frames)
    data.withUnsafeBytes { bytes in
      var offset = 0
      for _ in 0..<frames {
        var sum = 0
        for _ in 0..<channels {
          sum += Int(
            Int16(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int16.self)))
          offset += 2
        }
        mixed.append(Int16(clamping: sum / channels))
      }
    }
    return mixed
  }

  private static func text(_ bytes: [UInt8], _ start: Int) -> String {
    String(decoding: bytes[start..<(start + 4)], as: UTF8.self)
  }

  private static func word(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Int {
    Int(bytes[start]) | Int(bytes[start + 1]) << 8
  }

  private static func little(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }
}
