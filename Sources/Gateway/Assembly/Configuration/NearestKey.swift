/// Finds the known word that a misspelled one was probably meant to be.
enum NearestKey {
  /// `nil` when nothing is near: more than a third of the letters would have to change.
  static func hint(for unknown: String, among known: [String]) -> String? {
    let ranked = known.map { ($0, distance(unknown, $0)) }.min { $0.1 < $1.1 }
    guard let (name, steps) = ranked, steps <= max(2, unknown.count / 3) else { return nil }
    return name
  }

  /// Levenshtein's distance, one row at a time.
  static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, character) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in right.indices {
        let cost = diagonal + (character == right[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(cost, row[j] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
