import Hummingbird

/// The emptiest Hummingbird server: answers every request 204 and does nothing else. What the
/// gateway's own rate is measured against; `emptyserver PORT`.
@main
struct EmptyServer {
  static func main() async throws {
    guard let port = CommandLine.arguments.dropFirst().first.flatMap({ Int($0) }) else {
      print("emptyserver PORT")
      return
    }
    let router = Router()
    router.post("/**") { _, _ in HTTPResponse.Status.noContent }
    let application = Application(
      router: router,
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)))
    try await application.runService()
  }
}
