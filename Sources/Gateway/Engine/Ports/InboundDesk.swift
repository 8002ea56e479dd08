/// Where webhooks hand over what they have decoded.
package protocol InboundDesk: Sendable {
  /// Returns once everything is durably stored; repeats change nothing. Throws `StoreFailure`, and
  /// the webhook then answers 503, so that the provider repeats it.
  func receive(_ events: [InboundEvent], from provider: String) async throws
  /// A live call waits: always answers with words, whatever goes wrong.
  func answer(_ turn: InboundTurn, from provider: String) async -> WebhookAnswer
}
