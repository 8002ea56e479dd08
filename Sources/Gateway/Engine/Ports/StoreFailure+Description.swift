extension StoreFailure: CustomStringConvertible {
  /// What is wrong and what an administrator can do about it. No personal data.
  package var description: String {
    switch self {
    case .diskFull:
      "The disk that holds the database is full. Free space there; work goes on by itself."
    case .readOnly:
      "The database cannot be opened or written. "
        + "Check that its folder exists, is mounted for writing and belongs to gatewayd's user."
    case .locked(let holder):
      "The database is held by \(holder). Stop that first, or wait until it is done."
    case .corrupt(let what):
      "The database is damaged: \(what). Stop the service and restore the latest backup."
    case .newerSchema(let found, let known):
      "The database has schema \(found), and this version knows up to \(known). "
        + "Install the version of gatewayd that was used before, or a newer one."
    case .other(let what):
      "The database could not do it: \(what)."
    }
  }
}
