import GatewayEngine
import HTTPTypes
import Hummingbird
import Logging

/// Every fault leaves as a problem document with nothing internal in it; that there is nothing at
/// an address is one of them, so that this stands before the router.
struct ProblemMiddleware: RouterMiddleware {
  typealias Context = WebRequestContext
  let prefix: String

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard request.uri.path.hasPrefix(prefix) else { return try await next(request, context) }
    do {
      return try await next(request, context)
    } catch let problem as Problem {
      return problem.response(from: request, context: context)
    } catch let error as HTTPError {
      let kind: Problem.Kind = error.status == .notFound ? .notFound : .badRequest
      return Problem(kind, "There is nothing at this address.")
        .response(from: request, context: context)
    } catch {
      let problem = Problem(mapping: error)
      context.logger.log(
        level: problem.kind == .notStored ? .error : .debug, "api.refused",
        metadata: ["type": "\(problem.kind.rawValue)", "error": "\(Swift.type(of: error))"])
      return problem.response(from: request, context: context)
    }
  }
}

/// Finds the token that a request carries; without a valid one nothing is said.
struct TokenMiddleware: RouterMiddleware {
  typealias Context = WebRequestContext
  let access: AccessDesk

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let words = (request.headers[.authorization] ?? "").split(separator: " ")
    guard words.count == 2, words[0].lowercased() == "bearer",
      let row = try await access.authorize(String(words[1]))
    else {
      throw Problem(.unauthorized, "Send Authorization: Bearer TOKEN; see `gatewayd token create`.")
    }
    var context = context
    context.token = row
    return try await next(request, context)
  }
}

extension WebRequestContext {
  /// The request's token, if its scope allows what is asked.
  @discardableResult
  func needs(_ scope: TokenScope) throws -> TokenRow {
    guard let token, token.scope.allows(scope) else {
      throw Problem(.forbidden, "This needs a token with the scope \(scope.rawValue).")
    }
    return token
  }
}
