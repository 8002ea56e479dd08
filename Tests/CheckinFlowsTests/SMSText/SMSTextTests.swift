import CheckinFlows
import Testing

@Suite struct SMSTextTests {
  private func repeated(_ text: String, _ count: Int, then end: String = "") -> String {
    String(repeating: text, count: count) + end
  }

  @Test(arguments: [
    ("å", 160, "", 160, 1), ("å", 161, "", 161, 2),
    ("a", 306, "", 306, 2), ("a", 307, "", 307, 3), ("a", 459, "", 459, 3), ("a", 460, "", 460, 4),
    ("€", 80, "", 160, 1), ("€", 81, "", 162, 2), ("€", 153, "", 306, 3), ("€", 152, "", 304, 2),
    ("a", 158, "{", 160, 1), ("a", 159, "{", 161, 2),
    ("a", 152, "{aaaaaaa", 161, 2), ("\r\n", 80, "", 160, 1), ("\r\n", 81, "", 162, 2),
    ("", 0, "", 0, 0),
  ])
  func `messages in GSM-7 are counted in septets`(
    text: String, count: Int, end: String, units: Int, parts: Int
  ) {
    let counted = SMSText.count(repeated(text, count, then: end))
    #expect(counted.encoding == .gsm7)
    #expect(counted.units == units)
    #expect(counted.parts == parts)
  }

  @Test func `an escape pair is never split over two parts`() {
    // 152 + pair would straddle; both parts would be full without the rule.
    #expect(SMSText.count(repeated("a", 152, then: "{") + repeated("a", 152)).parts == 3)
    #expect(SMSText.count(repeated("a", 151, then: "{") + repeated("a", 153)).parts == 2)
  }

  @Test(arguments: [
    ("ł", 70, 70, 1), ("ł", 71, 71, 2), ("ł", 134, 134, 2), ("ł", 135, 135, 3),
    ("😀", 35, 70, 1), ("😀", 36, 72, 2), ("😀", 66, 132, 2), ("😀", 67, 134, 3),
    ("a\u{30A}", 1, 2, 1), ("á", 1, 1, 1), ("ç", 1, 1, 1), ("`", 1, 1, 1), ("\u{00A0}", 1, 1, 1),
  ])
  func `any other character turns the message to UCS-2`(
    text: String, count: Int, units: Int, parts: Int
  ) {
    let counted = SMSText.count(repeated(text, count))
    #expect(counted.encoding == .ucs2)
    #expect(counted.units == units)
    #expect(counted.parts == parts)
  }

  @Test func `the alphabet is the standard's, no larger and no smaller`() {
    let one =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
      + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
    let two = "\u{0C}^{}\\[~]|€"
    let (single, double) = (Set(one.unicodeScalars), Set(two.unicodeScalars))
    #expect(single.count == 127 && double.count == 10)
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let counted = SMSText.count(String(scalar))
      let expected = single.contains(scalar) ? 1 : double.contains(scalar) ? 2 : 0
      #expect((counted.encoding == .gsm7 ? counted.units : 0) == expected, "U+\(value)")
    }
  }

  @Test(arguments: [
    ("Hej Ada", "Hej Ada"),
    ("a\u{30A}a\u{308}o\u{308}A\u{30A}e\u{301}", "åäöÅé"),
    ("\u{212B}", "Å"), ("\u{2126}", "Ω"),
    ("“Ada” ‘Bo’ „Cleo‟ »hej«", "\"Ada\" 'Bo' \"Cleo\" \"hej\""),
    ("18–20 — 5−3 a‑b", "18-20 - 5-3 a-b"), ("vänta…", "vänta..."),
    ("kl.\u{00A0}21\u{202F}30\u{2007}x", "kl. 21 30 x"),
    ("👍🏽 ł á Ŋ 👩‍👩‍👧", "👍🏽 ł á Ŋ 👩‍👩‍👧"), ("rad\r\nrad", "rad\r\nrad"),
    ("e\u{301}\u{323}", "e\u{301}\u{323}"),
  ])
  func `outgoing text is made plain and nothing else is changed`(given: String, plain: String) {
    let result = SMSText.normalised(given)
    #expect(Array(result.unicodeScalars) == Array(plain.unicodeScalars))
    #expect(SMSText.normalised(result) == result)
  }

  @Test func `a decomposed text costs what the composed one does`() {
    let decomposed = String(repeating: "a\u{30A}", count: 160)
    #expect(SMSText.count(SMSText.normalised(decomposed)).parts == 1)
  }

  @Test func `what makes a text dear is named once each`() {
    #expect(SMSText.charactersOutsideGSM7(in: "Tack ✅ ł, ł €") == ["✅", "ł"])
    #expect(SMSText.charactersOutsideGSM7(in: "rad\r\n[ok]").isEmpty)
  }
}
