import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The live log as server-sent events: `line` for each entry, numbered by its place in the log, so
/// that a browser that comes back goes on where it was; `state` whenever it has changed.
struct DemoEvents: Sendable {
  let desk: any DemoDesk
  let lastSeen: Int64

  func response() -> Response {
    Response(
      status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
      body: ResponseBody { writer in
        var place = lastSeen
        var known: DemoState?
        while let news = await desk.news(after: place, unlike: known) {
          try await writer.write(ByteBuffer(string: try text(of: news, unlike: known)))
          place = news.lines.last?.sequence ?? place
          known = news.state
        }
        try await writer.finish(nil)
      })
  }

  /// A comment when there is nothing new, so that a reader who has gone is noticed.
  private func text(of news: DemoNews, unlike known: DemoState?) throws -> String {
    var text = ""
    for line in news.lines {
      text += "id: \(line.sequence)\nevent: line\ndata: \(try json(line))\n\n"
    }
    if news.state != known { text += "event: state\ndata: \(try json(news.state))\n\n" }
    return text.isEmpty ? ":\n\n" : text
  }

  private func json(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
  }
}
