/// What the provider reports about the turn that the last step opened.
public enum CallInput: Hashable, Codable, Sendable {
  /// The call was picked up; nothing has been said.
  case begin
  /// Keys in the order they were pressed, `0`–`9`, `*`, `#`. May hold more than was asked for.
  case keys(String)
  /// The prompt was played as often as ordered and no key came.
  case noInput
  /// A step without keys has been played.
  case played
  case connectEnded(ConnectResult)
}

public enum ConnectResult: String, Codable, CaseIterable, Sendable {
  case success
  case busy
  case failed
}

/// What `Dialogue.hear` asks for.
public enum DialogueMove: Hashable, Sendable {
  /// Give this step to the provider.
  case say(VoiceStep)
  /// Do and store this first, then ask `Dialogue.resume` what the person hears.
  case act(CallDeed)
}

/// A deed that must be stored before the next word is spoken. Never stored itself: it may hold a
/// code.
public enum CallDeed: Hashable, Sendable {
  /// Key 1 where no code is needed.
  case allWell
  /// Key 1, then these digits, at most 15. Compare with both codes; wrong ones count.
  case code(String)
  /// The first 2: the end moves by 30 minutes.
  case extendFirst
  /// The second 2: the rest of one hour, counted from the same start as the first.
  case extendHour
  /// Key 9: case and pages.
  case help
  /// Key 0, or silence from somebody who rang us (`isSilentLine`, flagged "tyst samtal").
  case operatorWanted(isSilentLine: Bool)
  /// Joining with a staffed number came to nothing: page somebody who rings back.
  case operatorNotReached
  /// Ring this number back. Fewer than 7 digits are no number: ring the calling one.
  case callBack(typedDigits: String)
  /// A check call ended without contact.
  case noReply(NotConfirmedReason)
  /// Key 4 without a code.
  case takePage
  /// Key 4, then these digits.
  case takePageWithCode(String)
  /// Key 5.
  case passOnPage
  /// Key 1 in a bridge: join with the person.
  case talk
}

/// How a deed went, after it is stored. Only what the caller may know.
public enum DeedResult: Hashable, Sendable {
  /// The watch is closed, *or must seem so*: the right code, the duress code and the last wrong
  /// code have this one result, so that not even `Dialogue` can tell them apart.
  case thanked
  /// While a case is open: noted for the operator. Right, duress and last wrong code alike.
  case signOfLifeNoted
  /// Another try is left.
  case wrongCode
  /// The new end.
  case extended(to: Instant)
  /// No more time by keypad; the end stays.
  case extensionRefused(end: Instant)
  /// A case that the person may know of holds the watch, so the deed was only noted. After a
  /// silent alarm or the duress code use `alreadyReceived`, which tells nothing.
  case heldByCase
  /// Stored and paged; `connect` is a number marked as staffed.
  case alarmRaised(connect: PhoneNumber?)
  /// Join with a number marked as staffed.
  case connect(PhoneNumber)
  /// Somebody is paged and rings back.
  case operatorPaged
  /// Somebody is paged, but the number is hidden and none was keyed.
  case operatorPagedNumberUnknown
  case callBackNoted
  /// Nothing to tell beyond the usual closing sentence.
  case noted
  case pageTaken
  case pageTakenBefore(at: Instant)
  case pagePassedOn
  /// The purpose went away under the call: closed by text, or answered elsewhere.
  case alreadyReceived
  /// It could not be stored. `ring` is a number to ring instead.
  case notStored(ring: PhoneNumber?)
}

/// Why a call ends before its own end.
public enum EarlyEnd: Hashable, Sendable {
  /// The watch was closed in another way.
  case alreadyReceived
  /// The case was taken by somebody else.
  case pageTakenBefore(at: Instant)
  case notStored(ring: PhoneNumber?)
}

/// What a hang-up in the present state of a call means. It may be reported more than once.
public enum HangUpMeaning: Hashable, Sendable {
  /// The call has had its effect, or needs none.
  case nothing
  /// A contact attempt without contact.
  case notReached(NotConfirmedReason)
  /// Ring the calling number back.
  case callBack
  /// Ring the calling number back, unless the provider reports that two people talked.
  case callBackUnlessTalked
}
