import CheckinFlows
package import GatewayEngine
import GatewayHTTP

extension FortySixElks {
  package func send(_ text: OutgoingText) async -> SendOutcome {
    await create(
      "/sms",
      FormFields([
        ("from", number.e164), ("to", text.to.number.e164), ("message", text.text),
        ("whendelivered", addresses.deliveries(text.ref)),
      ]))
  }

  package func place(_ call: OutgoingCall) async -> SendOutcome {
    await create(
      "/calls",
      FormFields([
        ("from", number.e164), ("to", call.to.number.e164),
        ("voice_start", addresses.answered(call.ref)), ("whenhangup", addresses.ended(call.ref)),
        ("timeout", String(call.ringSeconds)),
      ]))
  }

  private func create(_ path: String, _ form: FormFields) async -> SendOutcome {
    do throws(TransferFailure) {
      return ElksAnswer.outcome(try await client.post(path, form))
    } catch {
      return ElksAnswer.outcome(error)
    }
  }
}
