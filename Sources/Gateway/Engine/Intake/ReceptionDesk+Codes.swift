import CheckinFlows

extension ReceptionDesk {
  /// The words as they may be kept and shown: whatever is a code of these people is masked, also
  /// in the midst of a note, and the rest stays as it was written.
  func withoutCodes(_ words: String, of people: [PersonRow]) -> String {
    guard let checkCode = codeChecker(people) else { return words }
    return words.maskingDigitGroups { checkCode($0) != .wrong }
  }
}

extension String {
  /// No text holds more codes than this; each group that is looked at costs a keyed hash.
  private static let mostGroups = 32
  private static let codeLengths = 4...8

  /// Masks those groups of digits, as long as codes are, that `isSecret` says so of.
  func maskingDigitGroups(_ isSecret: (String) -> Bool) -> String {
    var (masked, group) = ("", "")
    var groups = 0
    func endGroup() {
      let digits = String(group.compactMap(\.wholeNumberValue).flatMap { String($0) })
      let isCandidate = Self.codeLengths.contains(digits.count) && groups < Self.mostGroups
      if isCandidate { groups += 1 }
      masked +=
        isCandidate && isSecret(digits) ? String(repeating: "*", count: group.count) : group
      group = ""
    }
    for character in self {
      if let value = character.wholeNumberValue, (0...9).contains(value) {
        group.append(character)
      } else {
        endGroup()
        masked.append(character)
      }
    }
    endGroup()
    return masked
  }
}
