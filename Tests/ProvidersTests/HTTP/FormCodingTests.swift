import GatewayHTTP
import Testing

@Suite struct FormCodingTests {
  private func pairs(
    _ text: String, _ brokenText: FormCoding.BrokenText = .replaced
  ) throws -> [[String]] {
    try FormCoding.decode(Array(text.utf8), brokenText: brokenText).pairs.map {
      [$0.name, $0.value]
    }
  }

  @Test func `a plus is a space, an escaped plus is a plus`() throws {
    #expect(
      try pairs("from=%2B46701740605&message=Ja%2C+allt+%C3%A4r+bra+1%2b1")
        == [["from", "+46701740605"], ["message", "Ja, allt är bra 1+1"]])
  }

  @Test func `repeated names are kept in their order`() throws {
    let fields = try FormCoding.decode(Array("e=initiated&x=1&e=ringing&e=".utf8))
    #expect(fields.all("e") == ["initiated", "ringing", ""])
    #expect(fields["e"] == "initiated")
    #expect(fields["y"] == nil)
  }

  @Test(arguments: [
    ("", []), ("&&", []), ("a", [["a", ""]]), ("a=", [["a", ""]]), ("=b", [["", "b"]]),
    ("a=b=c", [["a", "b=c"]]), ("a=1&&b=2&", [["a", "1"], ["b", "2"]]),
    ("a=%00", [["a", "\0"]]), ("a=%26%3D", [["a", "&="]]), ("å=ä", [["å", "ä"]]),
  ])
  func `odd but whole forms are read`(text: String, expected: [[String]]) throws {
    #expect(try pairs(text) == expected)
  }

  @Test(arguments: ["a=%", "a=%4", "a=%zz", "%g1=1", "a=%+1", "a=%4&b=1", "a=1%"])
  func `a broken escape is refused`(text: String) {
    #expect(throws: FormCoding.Failure.brokenEscape) { try pairs(text) }
  }

  @Test func `bytes that are no UTF-8 are replaced or refused, by choice`() throws {
    #expect(try pairs("m=sl%F6ja") == [["m", "sl\u{FFFD}ja"]])
    #expect(throws: FormCoding.Failure.brokenText) { try pairs("m=sl%F6ja", .rejected) }
    #expect(try pairs("m=sl%C3%B6ja", .rejected) == [["m", "slöja"]])
  }

  @Test func `more fields or bytes than allowed are refused`() throws {
    let limits = FormCoding.Limits(bytes: 10, fields: 3)
    #expect(try FormCoding.decode(Array("a&b&c".utf8), limits: limits).pairs.count == 3)
    #expect(throws: FormCoding.Failure.tooManyFields) {
      try FormCoding.decode(Array("a&b&c&d".utf8), limits: limits)
    }
    #expect(throws: FormCoding.Failure.tooLarge) {
      try FormCoding.decode(Array("a=123456789".utf8), limits: limits)
    }
  }

  @Test func `what is written is what others expect, and reads back`() throws {
    let fields = FormFields([
      ("to", "+46701740605"), ("message", "Är du trygg? Svara JA.\n100 % & mer = ~*-._"),
    ])
    let bytes = FormCoding.encode(fields)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "to=%2B46701740605&message=%C3%84r+du+trygg%3F+Svara+JA.%0A100+%25+%26+mer+%3D+%7E*-._")
    let back = try FormCoding.decode(bytes, brokenText: .rejected)
    #expect(back["message"] == fields["message"])
  }

  @Test func `the query of a target is read like a form`() throws {
    let fields = try FormCoding.decodeQuery(ofTarget: "/hooks/46elks/k/ivr?ref=c3d4&turn=2")
    #expect(fields["ref"] == "c3d4")
    #expect(fields["turn"] == "2")
    #expect(try FormCoding.decodeQuery(ofTarget: "/hooks").pairs.isEmpty)
  }

  @Test func `a form that is printed shows names alone`() throws {
    let fields = try FormCoding.decode(Array("from=%2B46701740605&message=hemligt".utf8))
    #expect("\(fields)" == "form(from, message)")
    #expect(String(reflecting: fields) == "form(from, message)")
  }
}
