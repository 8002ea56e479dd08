/// One key a sentence. The raw value is the name that editors and tests know it by.
public enum PhraseKey: String, CaseIterable, Codable, Sendable {
  // A watch begins and goes on
  case started
  case opened
  case reminder
  case due
  case missed
  case extended
  case earlier
  case extensionLimit = "ext_limit"
  case nextLeg = "next_leg"
  case statusOn = "status_on"
  case note
  case ambiguous
  case stopKept = "stop_kept"
  case callMe = "call_me"
  case okAgain = "ok_again"
  case wrongCode = "wrong_pin"
  case needCode = "need_pin"
  case outage

  // A watch ends, or an alarm goes on
  case closed
  case closedLate = "closed_late"
  case byOperator = "by_op"
  case help
  case caseOpen = "case_open"
  case extensionDuringCase = "ext_case"

  // No watch
  case statusOff = "status_off"
  case unknown
  case unknownDanger = "unknown_danger"
  case past
  case tooSoon = "too_soon"
  case tooLong = "too_long"
  case askTime = "ask_time"
  case askDay = "ask_day"
  case nothing
  case callMeOff = "call_me_off"
  case stranger
  case paused
  case optOutAsk = "opt_out_ask"

  // Apart from any watch
  case test
  case info
  case welcome
  case enrolled
  case languageChanged = "language"

  // To operators
  case pageNotReached = "page"
  case pageSOS = "page_sos"
  case pageSilent = "page_silent"
  case pageDanger = "page_danger"
  case pageCallback = "page_callback"
  case pageHiddenCallback = "page_callback_hidden"
  case pageUnclear = "page_unclear"
  case pageUnclearWithoutWatch = "page_unclear_off"
  case pageFault = "page_fault"
  case unknownFault = "unknown_fault"
  case claimed = "page_ack"
  case alreadyTaken = "page_taken"

  // To those who must be told
  case inform
  case standDown = "stand_down"
  case afterSafe = "after"
  case afterAlarm = "after_alarm"
}
