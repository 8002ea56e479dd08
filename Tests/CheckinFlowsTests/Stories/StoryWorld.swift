import CheckinFlows
import Foundation

/// The pure core alone, with people, operators and a clock by hand: what a story is played in.
///
/// It does what the engine does, without a store or a telephone: performs effects, keeps the
/// deadlines, and collects all that reaches a telephone as lines of text.
final class StoryWorld {
  var now: Instant
  let zone = TenantZone.stockholm
  var policy = Policy()
  var people: [StoryPerson] = []
  var operators: [StoryOperator] = []
  var watches: [Watch] = []
  var cases: [Case] = []
  /// What providers will tell later, in order of time.
  var coming: [(at: Instant, fact: ComingFact)] = []
  /// All that reached somebody and has not been read by the story yet.
  var said: [SaidLine] = []
  /// The gateway is down: deadlines pass unseen.
  var isDown = false
  let settings = TextSettings(
    serviceName: "Trygghet VGR:", phoneNumber: number(99), zone: TenantZone.stockholm.timeZone)

  init(at now: Instant) {
    self.now = now
  }

  static func number(_ last: Int) -> PhoneNumber {
    guard let number = PhoneNumber(e164: "+467017406\(last)") else {
      preconditionFailure("\(last) is not one of the numbers for fiction.")
    }
    return number
  }

  var ladder: Ladder {
    Ladder(
      operators.map { LadderOperator(id: $0.id, rung: $0.rung, isOnDuty: $0.isOnDuty) })
  }

  var newCaseID: CaseID { CaseID(rawValue: Int64(cases.count + 1)) }

  func say(_ words: String) {
    said.append(SaidLine(at: now, words: words))
  }

  func personIndex(_ name: String) -> Int? { people.firstIndex { $0.name == name } }
  func watchIndex(of person: PersonID) -> Int? {
    watches.lastIndex { $0.person == person && $0.isLive }
  }
}

struct SaidLine {
  let at: Instant
  let words: String
}

struct StoryPerson {
  let id: PersonID
  let name: String
  let number: PhoneNumber
  var language = Language.swedish
  var code: String?
  var duressCode: String?
  var isPaused = false
  /// False for somebody whose number nobody has registered.
  var isRegistered = true
  var latestTexts: [(at: Instant, text: PersonText)] = []
  var withoutCommand: [Instant] = []
  var strangerAnsweredAt: Instant?

  func verdict(on digits: String) -> CodeVerdict {
    if digits == duressCode { return .duress }
    return digits == code ? .right : .wrong
  }
}

struct StoryOperator {
  let id: OperatorID
  let name: String
  let rung: Int
  var isOnDuty: Bool
}

/// What a telephone company tells later of a call.
enum ComingFact {
  case attempt(WatchID, Int, AttemptFact)
  case key(WatchID, Int, key: Character, code: String?)
}
