/// A place in a template where a value will stand. The raw value is what stands in braces.
public enum Placeholder: String, CaseIterable, Hashable, Sendable {
  /// The service's name with its colon.
  case service = "t"
  /// A time that is yet to come, with its day when that is not today.
  case time = "tid"
  /// The clock of something that has happened.
  case clock = "kl"
  /// Our own number, to call.
  case phone = "tfn"
  case minutes = "min"
  case hours = "h"
  /// The code to reply with: a page's, or an enrolment's.
  case code = "kod"
  /// A case's reference, `L4821`.
  case reference = "ref"
  /// An operator's name.
  case name = "namn"
  case date = "dat"
  /// The number to ring back.
  case callbackNumber = "nr"
  /// What is broken.
  case fault = "fel"

  /// A value as long as they come, for counting a template before it is used.
  ///
  /// `fault` and `name` are shortened to what room there is, so a short one stands here.
  public func longestValue(in language: Language) -> String {
    switch self {
    case .service: "Trygghet VGR:"
    case .time: language == .swedish ? "ons 25 nov kl. 08.00" : "Wed 25 Nov 08:00"
    case .clock: language == .swedish ? "kl. 21.30" : "21:30"
    case .phone: "070-174 06 05"
    case .minutes: "60"
    case .hours: "24"
    case .code: "482911"
    case .reference: "L48219999"
    case .name: "Cleo Andersson"
    case .date: language == .swedish ? "ons 25 nov" : "Wed 25 Nov"
    case .callbackNumber: "+46701740605000"
    case .fault: language == .swedish ? "fel i tjänsten" : "fault in the service"
    }
  }

  /// May be cut when the whole would not fit one message.
  var isElastic: Bool {
    switch self {
    case .fault, .name: true
    case .service, .time, .clock, .phone, .minutes, .hours, .code, .reference, .date,
      .callbackNumber:
      false
    }
  }
}
