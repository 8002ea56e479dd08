import Foundation
import GatewayEngine

/// `GET /me`.
struct ElksAccount: Decodable {
  /// In 1/10000 of the currency unit. A subaccount may not tell.
  let balance: Int?

  /// A text of three parts, the longest we send: 3 × 0.52 in the account's currency.
  private static let dearestText = 15_600

  init?(_ body: [UInt8]) {
    guard let account = try? JSONDecoder().decode(Self.self, from: Data(body)) else { return nil }
    self = account
  }

  var state: AccountState {
    AccountState(balance: balance, canSend: balance.map { $0 >= Self.dearestText } ?? true)
  }
}

/// One entry of `GET /numbers`.
struct ElksNumber: Decodable {
  let id: String
  let number: String?
  let active: String?
  let capabilities: [String]?
  let smsURL: String?
  let mmsURL: String?
  let voiceStart: String?

  enum CodingKeys: String, CodingKey {
    case id, number, active, capabilities
    case smsURL = "sms_url"
    case mmsURL = "mms_url"
    case voiceStart = "voice_start"
  }

  private struct Listing: Decodable {
    let data: [ElksNumber]
  }

  static func list(_ body: [UInt8]) -> [ElksNumber]? {
    try? JSONDecoder().decode(Listing.self, from: Data(body)).data
  }

  /// The settings that differ from what they should be, with their right values. A picture
  /// message comes in like a text; its setting is left alone where the number cannot take any.
  func differences(from addresses: ElksAddresses) -> [(name: String, value: String)] {
    var differences: [(name: String, value: String)] = []
    if smsURL != addresses.texts { differences.append(("sms_url", addresses.texts)) }
    if voiceStart != addresses.calls { differences.append(("voice_start", addresses.calls)) }
    if capabilities?.contains("mms") == true, mmsURL != addresses.texts {
      differences.append(("mms_url", addresses.texts))
    }
    return differences
  }
}
