import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The page of phones, its audio and its live changes.
struct PageRoutes {
  let switchboard: Switchboard

  func answer(_ request: LineRequest) async -> Response {
    switch request.path.first {
    case nil: return PageFiles.response("index.html")
    case "page": return await pagePart(request)
    case let name?: return PageFiles.response(name)
    }
  }

  private func pagePart(_ request: LineRequest) async -> Response {
    guard request.path.count >= 2 else { return Response(status: .notFound) }
    switch request.path[1] {
    case "audio": return audio(request.path.last.flatMap { Int($0) })
    case "events": return events(request)
    case _: return Response(status: .notFound)
    }
  }

  private func audio(_ key: Int?) -> Response {
    guard let key, let bytes = switchboard.read({ $0.shelf.bytes(key: key) }) else {
      return Response(status: .notFound)
    }
    return Response(
      status: .ok, headers: [.contentType: "audio/wav", .cacheControl: "max-age=3600"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// Server-sent events: each phone asked for, at once and whenever it changes.
  private func events(_ request: LineRequest) -> Response {
    let wanted = (request.query["phones"] ?? "").split(separator: ",").map(String.init)
    let switchboard = switchboard
    let changes = switchboard.changes()
    return Response(
      status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
      body: ResponseBody { writer in
        try await writer.write(Self.line(switchboard))
        for number in wanted {
          try await writer.write(Self.phone(number, switchboard))
        }
        for await number in changes {
          if number == Switchboard.stillThere {
            // A comment line, so that a reader who has gone is noticed.
            try await writer.write(ByteBuffer(string: ":\n\n"))
          } else if number == Switchboard.clockSet {
            try await writer.write(Self.line(switchboard))
          } else if wanted.contains(number) {
            try await writer.write(Self.phone(number, switchboard))
          }
        }
        try await writer.finish(nil)
      })
  }

  private static func line(_ switchboard: Switchboard) -> ByteBuffer {
    ByteBuffer(string: event("line", ControlClock.view(of: switchboard.clock)))
  }

  private static func phone(_ number: String, _ switchboard: Switchboard) -> ByteBuffer {
    let view = switchboard.read { PhoneView.json(number, $0) }
    return ByteBuffer(string: event("phone", view))
  }

  private static func event(_ name: String, _ value: JSONValue) -> String {
    "event: \(name)\ndata: \(value.text)\n\n"
  }
}

/// The files of the page, compiled in.
enum PageFiles {
  static func response(_ name: String) -> Response {
    guard let (bytes, type) = file(name) else { return Response(status: .notFound) }
    return Response(
      status: .ok, headers: [.contentType: type, .cacheControl: "no-cache"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private static let script = "text/javascript; charset=utf-8"

  private static func file(_ name: String) -> (bytes: [UInt8], type: String)? {
    switch name {
    case "index.html": (PackageResources.index_html, "text/html; charset=utf-8")
    case "phone.css": (PackageResources.phone_css, "text/css; charset=utf-8")
    case "page.js": (PackageResources.page_js, script)
    case "phone.js": (PackageResources.phone_js, script)
    case "timeline.js": (PackageResources.timeline_js, script)
    case "call.js": (PackageResources.call_js, script)
    case "format.js": (PackageResources.format_js, script)
    case "line.js": (PackageResources.line_js, script)
    case "sound.js": (PackageResources.sound_js, script)
    case "words.js": (PackageResources.words_js, script)
    case _: nil
    }
  }
}
