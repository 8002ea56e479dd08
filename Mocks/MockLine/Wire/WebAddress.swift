/// What a telephone company accepts as the address of a webhook.
enum WebAddress {
  static func isAbsolute(_ text: String) -> Bool {
    for scheme in ["http://", "https://"] where text.lowercased().hasPrefix(scheme) {
      let host = text.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" }
      return !host.isEmpty && !host.contains(" ")
    }
    return false
  }
}
