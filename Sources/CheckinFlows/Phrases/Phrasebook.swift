/// Every sentence that the service writes, in one language.
///
/// One stored property a sentence, so that a language with a missing one does not compile. The
/// templates hold placeholders such as `{tid}`; `text(_:now:settings:)` fills them.
public struct Phrasebook: Sendable {
  public let language: Language

  // A watch begins and goes on
  var started: PhraseTemplate
  var opened: PhraseTemplate
  var reminder: PhraseTemplate
  var due: PhraseTemplate
  var missed: PhraseTemplate
  var extended: PhraseTemplate
  var earlier: PhraseTemplate
  var extensionLimit: PhraseTemplate
  var nextLeg: PhraseTemplate
  var statusOn: PhraseTemplate
  var note: PhraseTemplate
  var ambiguous: PhraseTemplate
  var stopKept: PhraseTemplate
  var callMe: PhraseTemplate
  var okAgain: PhraseTemplate
  var wrongCode: PhraseTemplate
  var needCode: PhraseTemplate
  var outage: PhraseTemplate

  // A watch ends, or an alarm goes on
  var closed: PhraseTemplate
  var closedLate: PhraseTemplate
  var byOperator: PhraseTemplate
  var help: PhraseTemplate
  var caseOpen: PhraseTemplate
  var extensionDuringCase: PhraseTemplate

  // No watch
  var statusOff: PhraseTemplate
  var unknown: PhraseTemplate
  var unknownDanger: PhraseTemplate
  var past: PhraseTemplate
  var tooSoon: PhraseTemplate
  var tooLong: PhraseTemplate
  var askTime: PhraseTemplate
  var askDay: PhraseTemplate
  var nothing: PhraseTemplate
  var callMeOff: PhraseTemplate
  var stranger: PhraseTemplate
  var paused: PhraseTemplate
  var optOutAsk: PhraseTemplate

  // Apart from any watch
  var test: PhraseTemplate
  var info: PhraseTemplate
  var welcome: PhraseTemplate
  var enrolled: PhraseTemplate
  var languageChanged: PhraseTemplate

  // To operators
  var pageNotReached: PhraseTemplate
  var pageSOS: PhraseTemplate
  var pageSilent: PhraseTemplate
  var pageDanger: PhraseTemplate
  var pageCallback: PhraseTemplate
  var pageHiddenCallback: PhraseTemplate
  var pageUnclear: PhraseTemplate
  var pageUnclearWithoutWatch: PhraseTemplate
  var pageFault: PhraseTemplate
  var unknownFault: PhraseTemplate
  var claimed: PhraseTemplate
  var alreadyTaken: PhraseTemplate

  // To those who must be told
  var inform: PhraseTemplate
  var standDown: PhraseTemplate
  var afterSafe: PhraseTemplate
  var afterAlarm: PhraseTemplate
}
