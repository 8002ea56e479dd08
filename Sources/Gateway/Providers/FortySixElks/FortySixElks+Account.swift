import CheckinFlows
package import GatewayEngine
import GatewayHTTP

extension FortySixElks {
  package func account() async throws -> AccountState {
    guard let account = ElksAccount(try await client.get("/me")) else {
      throw ProviderFailure("46elks answered with something that is no account")
    }
    return account.state
  }

  /// Sets what differs, and nothing else; returns the settings' names at 46elks.
  package func configureNumber() async throws -> [String] {
    let number = try await ownNumber()
    let differences = number.differences(from: addresses)
    guard !differences.isEmpty else { return [] }
    try await set(differences, of: number)
    return differences.map(\.name)
  }

  /// What `configureNumber` would set: the settings' names at 46elks.
  package func numberDifferences() async throws -> [String] {
    try await ownNumber().differences(from: addresses).map(\.name)
  }

  private func ownNumber() async throws(ProviderFailure) -> ElksNumber {
    guard let numbers = ElksNumber.list(try await client.get("/numbers")) else {
      throw ProviderFailure("46elks answered with something that is no list of numbers")
    }
    let own = numbers.first { $0.number == number.e164 && $0.active != "no" }
    guard let own, ElksID.isValid(own.id) else {
      throw ProviderFailure(
        "our number is not among the account's active numbers; check providers.\(name).number")
    }
    return own
  }

  private func set(_ settings: [(name: String, value: String)], of number: ElksNumber)
    async throws(ProviderFailure)
  {
    let response: HTTPResponse
    do throws(TransferFailure) {
      response = try await client.post("/numbers/\(number.id)", FormFields(settings))
    } catch {
      throw ProviderFailure("46elks could not be told our addresses: \(error)")
    }
    _ = try ElksClient.body(of: response)
  }
}
