import Foundation

/// How the telephone company behaves where the real ones differ or do not say.
package struct CompanySettings: Sendable {
  /// From acceptance until a text is in the phone.
  package var deliverySeconds = 0.0
  /// Whether a delivery report `sent` comes before `delivered`.
  package var sendsSentReports = false
  /// 46elks' word for a prompt played to its end: `success`, or `ok` on newer pages.
  package var playResultWord = "success"
  /// Waits between repetitions of an event webhook that was not accepted; then it is given up.
  package var retrySeconds: [Double] = [1, 2, 5, 10, 30, 60]
  /// How long a text waits for a phone that is off.
  package var textLifetimeSeconds = 48 * 3600.0
  /// How slow an answer may be before it is a violation.
  package var eventLimitSeconds = 5.0
  package var liveCallLimitSeconds = 2.0
  /// Texts per minute above which a violation is noted; nil does not count.
  package var textsPerMinuteLimit: Int?
  /// In 1/10000 of the currency unit.
  package var balance = 1_000_000_000_000
  /// Our numbers; empty means that any number asked for is ours.
  package var ourNumbers: [String] = []
  package var smsURL: String?
  package var voiceURL: String?

  package init() {}
}

/// The telephone company as pure state: time, chance and the network are handed in.
///
/// Whatever it wants done outside is left in `effects`, whatever is to happen later in `agenda`.
struct Company: Sendable {
  let settings: CompanySettings
  let faces: [Provider: any ProviderFace]

  var phones: [String: Phone] = [:]
  var texts = Register<TextMessage>()
  var calls = Register<Call>()
  var numbers: [String: OwnNumber] = [:]
  var balance: Int
  var creditAlert = 0

  var agenda = Agenda<Occasion>()
  var effects: [Effect] = []
  /// Phones whose look has changed since somebody last asked.
  var changedPhones: Set<String> = []

  var faultPlan = FaultPlan()
  var violations: [Violation] = []
  var heldWebhook: Webhook?
  /// Events that wait until an earlier one about the same text or call has been answered.
  var eventQueues: [String: [Webhook]] = [:]
  var shelf = AudioShelf()
  /// Who waits for an audio file that is being fetched.
  var audioWaits: [String: [(callID: String, turn: Int)]] = [:]
  /// End-of-call addresses that were used, to notice one attempt placed twice.
  var usedHangUpURLs: Set<String> = []
  var recentTextTimes: [Date] = []
  var random: SeededRandom
  /// Grows with everything that happens, so that a test can see that nothing did.
  var activityCount = 0

  private static let violationLimit = 1000

  init(settings: CompanySettings, faces: [any ProviderFace], seed: UInt64) {
    self.settings = settings
    self.faces = Dictionary(faces.map { ($0.provider, $0) }) { first, _ in first }
    self.random = SeededRandom(seed: seed)
    self.balance = settings.balance
    configureOurNumbers()
  }

  /// Forgets everything but its settings. Ids go on, so that no id is ever used twice.
  mutating func reset() {
    let known = Set(phones.keys)
    let next = random.next()
    let count = activityCount
    self = Company(settings: settings, faces: Array(faces.values), seed: next)
    changedPhones = known
    activityCount = count + 1
  }

  private mutating func configureOurNumbers() {
    for number in settings.ourNumbers {
      var settingsOfNumber: [String: String] = [:]
      settingsOfNumber["sms_url"] = settings.smsURL
      settingsOfNumber["voice_start"] = settings.voiceURL
      useNumber(number, provider: .fortySixElks, settings: settingsOfNumber)
    }
  }

  /// Notes a number as ours, with these settings added to what it has.
  @discardableResult
  mutating func useNumber(
    _ number: String, provider: Provider, settings added: [String: String] = [:]
  ) -> OwnNumber {
    let id = "n" + StableID.hex(number)
    var own = numbers[number] ?? OwnNumber(id: id, number: number, provider: provider)
    own.settings.merge(added) { _, new in new }
    numbers[number] = own
    return own
  }

  func isOurs(_ number: String) -> Bool {
    settings.ourNumbers.isEmpty ? E164.isValid(number) : settings.ourNumbers.contains(number)
  }

  mutating func note(_ rule: Rule, _ detail: String, at now: Date) {
    guard violations.count < Self.violationLimit else { return }
    violations.append(Violation(rule: rule, detail: detail, at: now))
  }

  mutating func note(_ breaches: [Breach], at now: Date) {
    for breach in breaches { note(breach.rule, breach.detail, at: now) }
  }

  mutating func changePhone(_ number: String, _ change: (inout Phone) -> Void) {
    change(&phones[number, default: Phone(number: number)])
    changedPhones.insert(number)
  }

  func behaviour(of number: String) -> Behaviour {
    phones[number]?.behaviour ?? .manual
  }

  /// Lets everything happen that is due; returns whether anything did.
  mutating func happen(at now: Date) -> Bool {
    guard let (occasion, _) = agenda.takeDue(at: now) else { return false }
    handle(occasion, at: now)
    while let (occasion, _) = agenda.takeDue(at: now) { handle(occasion, at: now) }
    return true
  }

  private mutating func handle(_ occasion: Occasion, at now: Date) {
    activityCount += 1
    switch occasion {
    case .deliver(let id): deliver(textID: id, at: now)
    case .expire(let id): expire(textID: id, at: now)
    case .reply(let from, let to, let text): receiveText(from: from, to: to, text: text, at: now)
    case .send(let webhook, let skipping): send(webhook, skippingFaults: skipping, at: now)
    case .releaseHeld: releaseHeld(at: now)
    case .reaction(let id): react(callID: id, at: now)
    case .ringOut(let id): ringOut(callID: id, at: now)
    case .promptEnded(let id, let turn, let round):
      promptEnded(callID: id, turn: turn, round: round, at: now)
    case .inputTimedOut(let id, let turn, let keystrokes):
      inputTimedOut(callID: id, turn: turn, keystrokes: keystrokes, at: now)
    case .press(let id, let turn, let key): pressPlanned(key, callID: id, turn: turn, at: now)
    case .hangUp(let id): hangUp(callID: id, at: now)
    case .recordingEnded(let id, let turn): recordingEnded(callID: id, turn: turn, at: now)
    }
  }
}
