import Foundation

/// One provider's wire format over the neutral company: a folder for each.
protocol ProviderFace: Sendable {
  var provider: Provider { get }

  /// Answers a request below this provider's base path.
  func answer(_ request: LineRequest, company: inout Company, at now: Date) -> LineAnswer

  /// The request that reports a text's new status, when the gateway asked for one.
  func deliveryReport(of text: TextMessage) -> (url: String, fields: FormFields)?

  /// The request that hands over a text that a phone has sent.
  func incomingText(_ text: TextMessage, to number: OwnNumber) -> (url: String, fields: FormFields)?

  /// What to do with a call that a phone makes to this number; nil rejects it.
  func script(forCallTo number: OwnNumber) -> (any CallScript)?
}
