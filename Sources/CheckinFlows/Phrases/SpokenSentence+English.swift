extension SpokenSentence {
  var english: String {
    switch self {
    case .checkGreeting: "This is the security centre, an automatic call."
    case .checkMenu:
      "If all is well, press one. If you need more time, press two. If you need help, "
        + "press nine. To speak to an operator, press zero."
    case .enterCode: "Enter your code, then the hash key."
    case .wrongCode: "Wrong code, try again."
    case .thanks: "Thank you. The watch is closed. Goodbye."
    case .newEnd: "New end time,"
    case .hangUpIfRight: "Hang up if that is right."
    case .hourPressTwo: "For one hour, press two again."
    case .endNotMoved: "The time cannot be moved any more. The end time is"
    case .alarmReceived:
      "The alarm is received. We are paging an operator. In immediate danger, hang up and "
        + "call one one two."
    case .keepPhoneNear: "Keep the phone near, an operator will call you."
    case .oneMoment: "One moment."
    case .operatorRingsBack:
      "We are paging an operator, who will call you back. Keep the phone near."
    case .keyNotUsed: "That key is not used."
    case .noReply: "We hear no reply. We call again in a few minutes. Goodbye."
    case .noReplyLast:
      "We hear no reply. We are paging an operator. Call us as soon as you can."
    case .alreadyReceived: "Thank you, we already have your answer. Goodbye."
    case .goodbye: "Goodbye."
    case .notStored:
      "It could not be recorded. Call us again in a while. In immediate danger, call one one two."
    case .notStoredRing:
      "It could not be recorded. In immediate danger, call one one two. Otherwise call"
    case .voicemail: "This is the security centre. Please call us as soon as you can,"
    case .watchedUntil: "Hello. You are watched until"
    case .watchedMenu:
      "If all is well, press one. More time, press two. Help, press nine. Operator, press zero."
    case .caseOpen: "The alarm has gone on. An operator will call you."
    case .emergencyNumber: "In immediate danger, call one one two."
    case .signOfLifeNoted: "Thank you, we have noted it. Goodbye."
    case .notWatched:
      "Hello. You are not watched now. For an operator, press zero or stay on the line. "
        + "To be called back, key your number, then the hash key."
    case .unknownCaller:
      "You have called the security centre. Stay on the line, or key your number, then the "
        + "hash key, and we call you back."
    case .keyYourNumber:
      "We cannot see your number. Key your number, then the hash key, and we call you back."
    case .callAgain:
      "Please call us again. In immediate danger, call one one two. Goodbye."
    case .callBack: "Thank you. We call you back as soon as we can. Goodbye."
    case .paused: "Hello. The service is paused for you."
    case .pageGreeting: "Alarm from the safety service."
    case .priority: "Priority"
    case .pageNotReached: "No check-in since"
    case .pageHelp: "Help requested at"
    case .pageSilent: "Silent alarm. Do not call the person."
    case .pageWorrying: "Worrying message."
    case .pageCallBack: "Call-back requested."
    case .pageUnclear: "Unclear reply."
    case .pageFault: "Fault."
    case .pageMenu:
      "To take it, press four. To pass it on, press five. To hear it again, press star."
    case .enterOperatorCode: "Enter your code, then the hash key."
    case .wrongCodeLast: "Wrong code."
    case .pageTaken: "The alarm is yours. Open the console."
    case .pageTakenBefore: "The alarm was taken at"
    case .pagePassedOn: "The alarm is passed on. Goodbye."
    case .pageGoesOn: "The alarm goes on. Goodbye."
    case .pageVoicemail: "Alarm from the safety service, call the centre."
    case .outsidePage: "Alarm from the safety service, call the centre,"
    case .nothingOpen: "Hello. There is no alarm to take now. Goodbye."
    case .bridgeAlarm: "Alarm"
    case .bridgeMenu: "Press one to speak."
    case .bridgeSilentAlarm:
      "Silent alarm. Do not call the person. Press one again to call anyway."
    case .bridgeNoAnswer: "The person did not answer. Goodbye."
    case .bridgeNotJoined: "The call was not connected. Goodbye."
    }
  }
}
