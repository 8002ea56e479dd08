/// Every fixed sentence that a call can hold. The raw value names the recording.
///
/// The words stand in `SpokenSentence+Swedish.swift` and `SpokenSentence+English.swift`; a missing
/// one does not compile.
public enum SpokenSentence: String, Hashable, CaseIterable, Sendable {
  // To the person, whoever rang
  case checkGreeting = "check.greeting"
  case checkMenu = "check.menu"
  case enterCode = "check.code"
  case wrongCode = "check.code.wrong"
  case thanks = "check.thanks"
  case newEnd = "extend.end"
  case hangUpIfRight = "extend.right"
  case hourPressTwo = "extend.hour"
  case endNotMoved = "extend.refused"
  case alarmReceived = "help.received"
  case keepPhoneNear = "help.near"
  case oneMoment = "operator.moment"
  case operatorRingsBack = "operator.back"
  case keyNotUsed = "key.unused"
  case noReply = "silence.again"
  case noReplyLast = "silence.last"
  case alreadyReceived = "end.received"
  case goodbye = "end.goodbye"
  case notStored = "fault.stored"
  case notStoredRing = "fault.ring"
  case voicemail = "voicemail"

  // To somebody who rings us
  case watchedUntil = "incoming.watched"
  case watchedMenu = "incoming.menu"
  case caseOpen = "incoming.case"
  case emergencyNumber = "incoming.emergency"
  case signOfLifeNoted = "incoming.life"
  case notWatched = "incoming.off"
  case unknownCaller = "incoming.unknown"
  case keyYourNumber = "incoming.number"
  case callAgain = "incoming.again"
  case callBack = "incoming.back"
  case paused = "incoming.paused"

  // To an operator
  case pageGreeting = "page.greeting"
  case priority = "page.priority"
  case pageNotReached = "page.silence"
  case pageHelp = "page.help"
  case pageSilent = "page.silent"
  case pageWorrying = "page.worrying"
  case pageCallBack = "page.back"
  case pageUnclear = "page.unclear"
  case pageFault = "page.fault"
  case pageMenu = "page.menu"
  case enterOperatorCode = "page.code"
  case wrongCodeLast = "page.code.last"
  case pageTaken = "page.taken"
  case pageTakenBefore = "page.before"
  case pagePassedOn = "page.passed"
  case pageGoesOn = "page.on"
  case pageVoicemail = "page.voicemail"
  case outsidePage = "page.outside"
  case nothingOpen = "page.nothing"
  case bridgeAlarm = "bridge.alarm"
  case bridgeMenu = "bridge.menu"
  case bridgeSilentAlarm = "bridge.silent"
  case bridgeNoAnswer = "bridge.silence"
  case bridgeNotJoined = "bridge.off"

  public func words(_ language: Language) -> String {
    switch language {
    case .swedish: swedish
    case .english: english
    }
  }

  public func fragment(_ language: Language) -> Fragment {
    Fragment(key: rawValue, words: words(language))
  }
}
