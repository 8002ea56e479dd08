import CheckinFlows
import GatewayEngine
import Testing

@testable import GatewayProviders

@Suite struct ElksCallActionTests {
  private let audio = AudioFile(language: .swedish, hash: "3f9a")
  private let base = "https://trygg.example"

  private func json(_ step: RenderedStep, publicURL: String = "https://trygg.example") throws
    -> String
  {
    let provider = try ElksFixture.provider(publicURL: publicURL)
    let answer = provider.render(step, ref: ElksFixture.ref, turn: 3)
    #expect(answer.status == 200)
    #expect(answer.contentType == "application/json")
    return String(decoding: answer.body, as: UTF8.self)
  }

  private func hangup(_ base: String = "https://trygg.example") -> String {
    #""whenhangup":"\#(base)/hooks/46elks/k3y/hangup?ref=c3d4"}"#
  }

  @Test func `a question plays a file, takes keys and asks us next`() throws {
    let step = RenderedStep.ask(audio: audio, digits: 4, secondsToAnswer: 15, plays: 3)
    #expect(
      try json(step)
        == #"{"digits":4,"ivr":"\#(base)/audio/sv/3f9a.wav","#
        + #""next":"\#(base)/hooks/46elks/k3y/ivr?ref=c3d4&turn=3&asked=keys","#
        + #""repeat":2,"timeout":15,\#(hangup())"#)
  }

  @Test(arguments: [(0, 1), (1, 1), (30, 30), (31, 30), (600, 30)])
  func `a time-out that 46elks would not take is brought into its range`(asked: Int, said: Int)
    throws
  {
    let step = RenderedStep.ask(audio: audio, digits: 1, secondsToAnswer: asked, plays: 1)
    let json = try json(step)
    #expect(json.contains(#""timeout":\#(said),"#))
    #expect(json.contains(#""repeat":0,"#))
  }

  @Test func `a last sentence is not cut short and has no next`() throws {
    #expect(
      try json(.sayAndHangUp(audio: audio))
        == #"{"play":"\#(base)/audio/sv/3f9a.wav","skippable":false,\#(hangup())"#)
  }

  @Test func `a sentence in the middle asks us next`() throws {
    #expect(
      try json(.sayAndGoOn(audio: audio))
        == #"{"next":"\#(base)/hooks/46elks/k3y/ivr?ref=c3d4&turn=3&asked=prompt","#
        + #""play":"\#(base)/audio/sv/3f9a.wav","skippable":false,\#(hangup())"#)
  }

  @Test func `a connection shows our number and comes back to us`() throws {
    let person = try #require(ElksFixture.person)
    #expect(
      try json(.connect(person, ringSeconds: 25))
        == #"{"callerid":"+46701740699","connect":"+46701740605","#
        + #""next":"\#(base)/hooks/46elks/k3y/ivr?ref=c3d4&turn=3&asked=connect","#
        + #""timeout":25,\#(hangup())"#)
  }

  @Test func `hanging up is a signal that works at any time`() throws {
    #expect(try json(.hangUp) == #"{"hangup":"reject",\#(hangup())"#)
  }

  @Test func `every address is absolute, below the public one`() throws {
    let json = try json(.sayAndGoOn(audio: audio), publicURL: "https://trygg.example/gateway/")
    #expect(json.contains(#""play":"https://trygg.example/gateway/audio/sv/3f9a.wav""#))
    #expect(json.hasSuffix(hangup("https://trygg.example/gateway")))
  }
}
