package import GatewayEngine
import GatewayHTTP

extension FortySixElks {
  package func decode(_ request: WebhookRequest) -> WebhookDecoding {
    guard let path = ElksHookPath(target: request.target, publicURL: settings.publicURL) else {
      return .rejected(.unknownPath)
    }
    guard isAuthentic(request, secret: path.secret) else { return .rejected(.notAuthentic) }
    guard let webhook = ElksWebhook(rawValue: path.name) else { return .rejected(.unknownPath) }
    guard request.method == "POST", request.isForm, let form = try? FormCoding.decode(request.body),
      let query = try? FormCoding.decodeQuery(ofTarget: request.target)
    else { return .rejected(.malformed) }
    return webhook.decode(form, query: query)
  }

  package func render(_ step: RenderedStep, ref: CallRef, turn: Int) -> WebhookAnswer {
    ElksCallAction(step, ref: ref, turn: turn, addresses: addresses, number: number).answer()
  }

  /// 46elks signs nothing: the secret in the path and the source address are all there is, until
  /// the item's own `ref` is looked up.
  private func isAuthentic(_ request: WebhookRequest, secret: Substring) -> Bool {
    let isSecretRight = ConstantTime.isEqual(given: secret, expected: settings.webhookSecret)
    let forwardedFor = request.headers.filter { $0.name.lowercased() == "x-forwarded-for" }
    let isSourceRight = settings.sources.isAllowed(
      peer: request.peer, forwardedFor: forwardedFor.map(\.value))
    return isSecretRight && isSourceRight
  }
}

extension WebhookRequest {
  private static let formType = "application/x-www-form-urlencoded"

  /// A request that does not say what it is, is taken at its word as a form.
  fileprivate var isForm: Bool {
    guard let type = headers.first(where: { $0.name.lowercased() == "content-type" })?.value else {
      return true
    }
    return type.lowercased().hasPrefix(Self.formType)
  }
}

/// `/hooks/46elks/{secret}/{name}`, below the public address's own path if it has one.
struct ElksHookPath {
  let secret: Substring
  let name: String

  init?(target: String, publicURL: String) {
    let path = target.prefix { $0 != "?" }
    let prefix = Self.path(of: ElksAddresses.withoutSlash(publicURL))
    let inner = path.hasPrefix("\(prefix)/") ? path.dropFirst(prefix.count) : path
    let parts = inner.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0].isEmpty, parts[1] == "hooks", parts[2] == "46elks" else {
      return nil
    }
    secret = parts[3]
    name = String(parts[4])
  }

  /// `https://host/gateway` has the path `/gateway`.
  private static func path(of url: String) -> Substring {
    guard let scheme = url.firstRange(of: "://") else { return "" }
    return url[scheme.upperBound...].drop { $0 != "/" }
  }
}
