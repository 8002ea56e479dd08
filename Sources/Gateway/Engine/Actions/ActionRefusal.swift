package import CheckinFlows

/// Why an action of an operator, an administrator or a program was turned down. Nothing changed.
package enum ActionRefusal: Error, Hashable, Sendable {
  case nameMissing
  case nameTaken
  /// Not a number that can be read.
  case numberUnreadable
  /// A number that may not be dialled.
  case numberRefused(DiallingRefusal)
  case code(CodeRefusal)
  case noSuchPerson
  case personSuspended
  case personWithoutNumber
  case endNotInFuture
  case noSuchWatch
  case noSuchCase
  case watch(WatchRefusal)
  case `case`(CaseRefusal)
}
