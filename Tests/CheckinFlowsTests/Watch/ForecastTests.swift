import CheckinFlows
import Testing

@Suite struct ForecastTests {
  private let policy = WatchSamples.policy
  private let end = WatchSamples.end

  @Test func `an armed watch shows the reminder, both calls and the operator`() {
    let forecast = WatchSamples.armed().forecast(policy)
    #expect(forecast.map(\.step) == [.reminder, .call(1), .call(2), .operatorPage])
    #expect(
      forecast.map { $0.at.seconds(since: end) }
        == [-600, 0, 180, 180 + policy.ringSeconds])
  }

  @Test func `what has happened is no longer shown`() {
    let reminded = WatchSamples.watch(after: [(-600, .deadlinePassed)])
    #expect(reminded.forecast(policy).map(\.step) == [.call(1), .call(2), .operatorPage])
    let called = WatchSamples.watch(after: [(-600, .deadlinePassed), (0, .deadlinePassed)])
    #expect(called.forecast(policy).map(\.step) == [.call(2), .operatorPage])
  }

  @Test func `the first entry is always the stored next step`() {
    for (name, watch) in WatchSamples.everyState {
      guard case .at(let next) = watch.nextStep, let first = watch.forecast(policy).first else {
        continue
      }
      #expect(first.at == next, "\(name)")
    }
  }

  @Test func `a watch that waits for an operator, or is closed, has no calls before it`() {
    let names = ["not reached", "sos", "silent"]
    for (name, watch) in WatchSamples.everyState where names.contains(name) {
      #expect(watch.forecast(policy).isEmpty, "\(name)")
    }
  }

  @Test(arguments: Language.allCases)
  func `every step has words of its own`(language: Language) {
    let steps: [ForecastStep] = [
      .reminder, .call(1), .call(2), .call(3), .operatorPage, .nextPage, .claimEnd,
    ]
    #expect(Set(steps.map { ForecastWords.words($0, in: language) }).count == steps.count)
  }
}
