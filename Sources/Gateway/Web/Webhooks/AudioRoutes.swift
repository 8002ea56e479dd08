import CheckinFlows
package import GatewayEngine
import HTTPTypes
package import Hummingbird
import NIOCore

/// `/audio/{language}/{hash}.wav`, and `.txt` beside it: prompts that hold no personal data, under
/// names of their content, so that they may be cached for ever.
package struct AudioRoutes: Sendable {
  let audio: any PromptAudio

  package init(audio: any PromptAudio) {
    self.audio = audio
  }

  package func add(to router: Router<WebRequestContext>) {
    router.get("/audio/:language/:file") { _, context in
      try response(to: context)
    }
  }

  private func response(to context: WebRequestContext) throws -> Response {
    let parts = try context.parameters.require("file").split(separator: ".", maxSplits: 1)
    guard let language = Language(rawValue: try context.parameters.require("language")),
      parts.count == 2, parts[0].count <= 64, parts[0].allSatisfy(\.isHexDigit)
    else { return Response(status: .notFound) }
    let hash = String(parts[0])
    switch parts[1] {
    case "wav": return file(audio.audio(language, hash: hash), "audio/wav")
    case "txt":
      let words = audio.words(language, hash: hash).map { Array($0.utf8) }
      return file(words, "text/plain; charset=utf-8")
    default: return Response(status: .notFound)
    }
  }

  private func file(_ bytes: [UInt8]?, _ contentType: String) -> Response {
    guard let bytes else { return Response(status: .notFound) }
    return Response(
      status: .ok,
      headers: [
        .contentType: contentType, .cacheControl: "public, max-age=31536000, immutable",
      ], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
