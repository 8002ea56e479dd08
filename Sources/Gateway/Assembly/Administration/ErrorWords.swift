import CheckinFlows
import Foundation
import GatewayEngine
import GatewayVoice

/// What a command says when it fails: what is wrong and what to do, never the innards of a type.
package enum ErrorWords {
  package static func text(of error: any Error) -> String {
    switch error {
    case let refusal as ActionRefusal: refusal.words
    case let live as LiveWatchExists: "The person has a live watch, \(live.watch.reference)."
    case is StaleVersion: "Somebody else changed it at the same moment. Look again, then repeat."
    case let failure as FlowFailure: text(of: failure)
    case let failure as ProviderFailure: failure.reason
    case let refusal as TokenNameTaken: refusal.description
    case let refusal as ConfigurationRefused: refusal.description
    case let refusal as AdministrationRefused: refusal.description
    case let failure as StoreFailure: failure.description
    case let failure as VoiceError: failure.description
    case is CancellationError: "It was stopped before it was done."
    case let failure as any LocalizedError: failure.errorDescription ?? "\(failure)"
    default: "\(error)"
    }
  }

  private static func text(of failure: FlowFailure) -> String {
    switch failure {
    case .noSuchWatch(let id): "There is no watch \(id.reference)."
    case .noSuchCase(let id): "There is no case \(id.reference)."
    case .noSuchPolicy:
      "The policy of this watch is missing. Restore the latest backup of the database."
    case .endless: "This set off an endless chain of events, and nothing of it was kept."
    }
  }
}
