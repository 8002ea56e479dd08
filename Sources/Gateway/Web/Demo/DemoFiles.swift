import HTTPTypes
import Hummingbird
import NIOCore

/// The files of the demo's page, compiled in.
enum DemoFiles {
  static func response(_ name: String) -> Response {
    guard let (bytes, contentType) = file(name) else { return Response(status: .notFound) }
    return Response(
      status: .ok, headers: [.contentType: contentType, .cacheControl: "no-cache"],
      body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private static let script = "text/javascript; charset=utf-8"

  private static func file(_ name: String) -> (bytes: [UInt8], contentType: String)? {
    switch name {
    case "page.html": (PackageResources.demo_html, "text/html; charset=utf-8")
    case "demo.css": (PackageResources.demo_css, "text/css; charset=utf-8")
    case "demo.js": (PackageResources.demo_js, script)
    case "demo-log.js": (PackageResources.demo_log_js, script)
    case "demo-clock.js": (PackageResources.demo_clock_js, script)
    case "demo-guide.js": (PackageResources.demo_guide_js, script)
    case "demo-words.js": (PackageResources.demo_words_js, script)
    case _: nil
    }
  }
}
