import CheckinFlows
import Testing

@Suite struct PolicyTests {
  @Test func theDefaultsAreSoundAndReachAHumanInFiveMinutesAndFiftyFiveSeconds() {
    #expect(Policy().warnings().isEmpty)
    #expect(Policy().faults().isEmpty)
    #expect(Policy().contactBoundSeconds == 355)
  }

  @Test func theLongestPolicyWithinItsRangesIsRefusedForItsBound() {
    var policy = Policy()
    policy.attempts = 5
    policy.attemptGapSeconds = 600
    #expect(policy.warnings().isEmpty)
    #expect(policy.faults().map(\.keys.first) == ["watch.attempts"])
  }

  @Test func aBoundOfTwentyMinutesIsKeptAndASecondMoreIsRefused() {
    var policy = Policy()
    policy.attempts = 3
    policy.ringSeconds = 20
    policy.attemptGapSeconds = 515
    #expect(policy.contactBoundSeconds == 1200)
    #expect(policy.faults().isEmpty)
    policy.ringSeconds = 21
    #expect(policy.faults().count == 1)
  }

  @Test func aStepThatNeverComesIsRefused() {
    var policy = Policy()
    policy.nextRungSeconds = 0
    #expect(policy.faults().map(\.keys) == [["page.next-rung"]])
  }

  @Test func outsideItsRangeIsAWarningOnly() {
    var policy = Policy()
    policy.attempts = 1
    policy.claimSeconds = 60
    #expect(policy.warnings().map(\.keys) == [["watch.attempts"], ["page.claim"]])
    #expect(policy.faults().isEmpty)
  }
}
