extension Phrasebook {
  public static let english = Phrasebook(
    language: .english,
    // A watch begins and goes on
    started: """
      {t} You are watched until {tid}. OK when safe, +30 if delayed, SOS if in danger. No \
      reply: we call. Tel {tfn}.
      """,
    opened: """
      {t} As agreed you are watched until {tid}. OK when safe, +30 if delayed, SOS if in \
      danger. No reply: we call. Tel {tfn}.
      """,
    reminder: """
      {t} Your end time is {tid}, in {min} min. All well: reply OK. More time: +30. In danger: \
      SOS or call 112.
      """,
    due: """
      {t} Your end time {tid} has passed. We are calling you now. Reply OK if all is well, or \
      +30. In danger: call 112.
      """,
    missed: """
      {t} We called but could not reach you. Reply OK or call {tfn} at once. If we cannot reach \
      you we may alert the police.
      """,
    extended: """
      {t} New end time: {tid}. Reply OK when safe, +30 if delayed again, SOS if in danger.
      """,
    earlier: """
      {t} End time moved to {tid}, earlier than before. Wrong? Reply with the right time, e.g. \
      21:30.
      """,
    extensionLimit: """
      {t} An extension that long needs a talk. {tid} still applies. Call {tfn} or reply CALL \
      and we call you.
      """,
    nextLeg: """
      {t} Leg done. The next leg is watched until {tid}. OK when safe, +30 if delayed, SOS if \
      in danger.
      """,
    statusOn: """
      {t} Watch active until {tid}. Reply OK when all is well, +30 for more time, SOS if in \
      danger.
      """,
    note: """
      {t} Passed to an operator. The watch until {tid} goes on. All well: reply just OK. More \
      time: +30. Danger: SOS.
      """,
    ambiguous: """
      {t} All well now: reply just OK. Need more time: reply just e.g. +30. Until then {tid} \
      applies.
      """,
    stopKept: """
      {t} The watch until {tid} is still on. All well: reply OK. To stop our texts: call {tfn}.
      """,
    callMe: """
      {t} An operator will call you as soon as possible. In danger: call 112. Your end time \
      {tid} still applies.
      """,
    okAgain: "{t} Is all well already? Reply OK once more. Until then you are watched until {tid}.",
    wrongCode: """
      {t} Wrong code. The watch until {tid} goes on. Reply OK and your code, or call {tfn}.
      """,
    needCode: """
      {t} Send OK and your code, e.g. OK 1234. The watch until {tid} goes on until the code \
      arrives. Or call {tfn}.
      """,
    outage: """
      {t} Fault at our end. Call {tfn} when all is well or if delayed. An operator has your end \
      time {tid}.
      """,
    // A watch ends, or an alarm goes on
    closed: "{t} Thank you, your OK came at {kl}. The watch is closed.",
    closedLate: """
      {t} Thank you, your OK came at {kl}. The alarm was already raised. An operator will call \
      you to confirm, please answer.
      """,
    byOperator: """
      {t} The watch was closed at {kl} after a call with us. Not right? Call {tfn} at once.
      """,
    help: """
      {t} Alarm received {kl}. We are paging an operator now. In danger: call 112. Text where \
      you are. Reply QUIET if we must not call.
      """,
    caseOpen: """
      {t} The alarm has already been raised. Your text is shown to the operators. Reply QUIET \
      if we must not call. In danger: call 112. Tel {tfn}.
      """,
    extensionDuringCase: """
      {t} The alarm was already raised, so the end time is not changed. Your text is shown to \
      the operators. Please answer if we call. In danger: call 112.
      """,
    // No watch
    statusOff: """
      {t} You are NOT being watched now. To start: send end time and place, e.g. 21:30 meeting \
      Folkets hus. Or call {tfn}.
      """,
    unknown: """
      {t} Not understood. You are NOT being watched. Send end time and place, e.g. 21:30 \
      meeting Folkets hus. Or call {tfn}.
      """,
    unknownDanger: """
      {t} You are NOT being watched, but your text is shown to the operators. Need help: reply \
      SOS or call {tfn}. In danger: call 112.
      """,
    past: """
      {t} {kl} has already passed. You are NOT being watched. Send a new end time, e.g. in 2 \
      hours, or call {tfn}.
      """,
    tooSoon: """
      {t} The end time must be at least 5 min away. You are NOT watched. In danger: call 112. \
      Otherwise send a later time.
      """,
    tooLong: """
      {t} By text the limit is {h} hours. You are NOT being watched. Send an earlier end time \
      or call {tfn}.
      """,
    askTime: """
      {t} When should we hear from you? Reply with an end time, e.g. 21:30 or in 2 hours. NOT \
      watched yet. Tel {tfn}.
      """,
    askDay: """
      {t} Do you mean {tid}? Then reply with day and time, e.g. tomorrow 18:00. You are NOT \
      watched yet. Tel {tfn}.
      """,
    nothing: """
      {t} No watch is active. You are NOT being watched. To start: send end time and place, \
      e.g. 21:30 meeting. Wrong? Call {tfn}.
      """,
    callMeOff: """
      {t} An operator will call you as soon as possible. You are NOT being watched now. In \
      danger: call 112.
      """,
    stranger: """
      {t} This number is not registered. You are NOT being watched. Call {tfn}. In an \
      emergency: call 112.
      """,
    paused: """
      {t} The service is paused for you. You are NOT being watched. Contact your security \
      officer. In an emergency: call 112.
      """,
    optOutAsk: """
      {t} Do you want to leave the service and get no more texts? Call {tfn}. Until then you \
      stay registered. You are NOT being watched now.
      """,
    // Apart from any watch
    test: "{t} Test works, räksmörgås. No watch was started or changed.",
    info: """
      {t} 21:30 meeting X = start. OK = done. +30 = more time. STATUS. CALL = we call. SOS = \
      alarm. Tel {tfn}. SVENSKA.
      """,
    welcome: """
      {t} Welcome. Save this number. Start: end time and place. Done: OK. Late: +30. Danger: \
      SOS. Reply YES {kod} to confirm.
      """,
    enrolled: """
      {t} Thank you, your number is registered. No watch was started. To start: send end time \
      and place, e.g. 21:30 meeting. Questions: call {tfn}.
      """,
    languageChanged: """
      {t} We now write in English. Nothing else has changed. Reply STATUS to see if you are \
      watched. SOS if in danger. Tel {tfn}.
      """,
    // To operators
    pageNotReached: """
      ALARM {ref} prio 1: no check-in since {kl}. Reply {kod} to take it. Open the console or \
      call {tfn}.
      """,
    pageSOS: """
      ALARM {ref} prio 1: HELP {kl}. Reply {kod} to take it. Open the console or call {tfn}.
      """,
    pageSilent: """
      ALARM {ref} prio 1: SILENT {kl}. Do NOT call or text the person. Reply {kod} to take it. \
      Tel {tfn}.
      """,
    pageDanger: """
      ALARM {ref} prio 1: WORRYING TEXT {kl}. Reply {kod} to take it. Open the console or call \
      {tfn}.
      """,
    pageCallback: "Case {ref}: call back {nr}, rang us {kl}. Reply {kod} to take it.",
    pageHiddenCallback: """
      Case {ref}: an unknown number rang us {kl}. Reply {kod} to take it. Open the console or \
      call {tfn}.
      """,
    pageUnclear: """
      Case {ref}: unclear reply {kl}, watch until {tid}. Reply {kod} to take it. Open the \
      console or call {tfn}.
      """,
    pageUnclearWithoutWatch: """
      Case {ref}: unclear reply {kl}, no watch. Reply {kod} to take it. Open the console or \
      call {tfn}.
      """,
    pageFault: "FAULT {ref}: {fel}. Reply {kod} to take it. Open the console or call {tfn}.",
    unknownFault: "fault in the service",
    claimed: """
      You have alarm {ref} since {kl}. Call or open the console within {min} min or the next \
      person is paged.
      """,
    alreadyTaken: "Alarm {ref} was taken at {kl} by {namn}. No action needed.",
    // To those who must be told
    inform: """
      ALARM {ref}: it concerns a person in your organisation, since {kl}. Call {tfn} for \
      details. Reply {kod} to confirm that you are reached.
      """,
    standDown: """
      Alarm {ref} was called off at {kl}. No further action needed. Questions: call {tfn}.
      """,
    afterSafe: """
      The safety service was used {dat} by a person in your organisation. Closed without alarm. \
      Case {ref} is in the portal.
      """,
    afterAlarm: """
      The safety service was used {dat} by a person in your organisation. Closed after an \
      alarm. Case {ref} is in the portal.
      """
  )
}
