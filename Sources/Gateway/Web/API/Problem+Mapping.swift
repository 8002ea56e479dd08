import CheckinFlows
import GatewayEngine

extension Problem {
  /// The one place where our own errors become problem documents.
  init(mapping error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let refusal as ActionRefusal: self.init(refusal)
    case let exists as LiveWatchExists:
      self.init(
        .liveWatchExists, "The person has a live watch; extend or close that one.",
        members: ["ref": exists.watch.reference])
    case is StaleVersion: self.init(.conflict, "It was changed meanwhile. Read it again.")
    default: self.init(.notStored, "Nothing was changed. Try again; an operator has been told.")
    }
  }

  private init(_ refusal: ActionRefusal) {
    switch refusal {
    case .noSuchPerson, .noSuchWatch, .noSuchCase: self.init(.notFound, refusal.words)
    case .nameTaken, .watch(.alreadyClosed), .watch(.heldByCase), .case(.alreadyClosed),
      .case(.claimedByOther), .case(.alreadyClaimed), .case(.notClaimed):
      self.init(.conflict, refusal.words)
    case .nameMissing, .numberUnreadable, .numberRefused, .code, .personSuspended,
      .personWithoutNumber, .endNotInFuture, .watch, .case:
      self.init(.refused, refusal.words)
    }
  }

  /// The loser of a claim sees who has it, and since when.
  static func claimed(by name: String, at time: String) -> Problem {
    Problem(
      .alreadyClaimed, "\(name) has claimed the case.",
      members: ["claimedBy": name, "claimedAt": time])
  }
}
