import CheckinFlows
import GatewayEngine
import GatewayWeb

/// What comes when nobody does anything, for everybody who is watched.
struct DemoForecast {
  private static let most = 20

  let reading: any StoreReading
  let tenant: TenantID

  func steps() throws -> [DemoStep] {
    let watches = try reading.watches(.live, of: tenant, before: nil, limit: Self.most)
    let cases = try reading.cases(.live, of: tenant, after: nil, limit: Self.most)
    let ofWatches = try watches.flatMap { watch in
      let policy = try reading.policy(watch.policy) ?? Policy()
      let name = try reading.person(watch.person)?.name
      return watch.forecast(policy).map { step($0, of: name) }
    }
    let ofCases = cases.compactMap { row in row.forecast.map { step($0, of: nil) } }
    return (ofWatches + ofCases).sorted { $0.at < $1.at }
  }

  private func step(_ entry: ForecastEntry, of name: String?) -> DemoStep {
    let whom = name.map { "\($0): " } ?? ""
    return DemoStep(
      at: entry.at.milliseconds,
      words: DemoWords(
        sv: whom + ForecastWords.words(entry.step, in: .swedish),
        en: whom + ForecastWords.words(entry.step, in: .english)))
  }
}
