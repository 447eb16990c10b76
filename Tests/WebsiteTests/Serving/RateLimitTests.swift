import Testing
import Vocabulary

@testable import Website

@Suite struct RateLimitTests {
    private func moment(_ seconds: Double) -> Timestamp { Timestamp(milliseconds: Int64(seconds * 1000)) }

    @Test func givesWhatIsAllowedAtOnceAndThenSteadily() {
        let limit = RateLimit(.init(atOnce: 3, perSecond: 0.5))
        let waits = (0..<5).map { _ in limit.wait(for: "a", at: moment(10)) }
        #expect(waits == [nil, nil, nil, 2, 2])
        #expect(limit.wait(for: "a", at: moment(11)) == 1)
        #expect(limit.wait(for: "a", at: moment(12)) == nil)
        #expect(limit.wait(for: "b", at: moment(12)) == nil)
    }

    @Test func neverSavesUpMoreThanIsAllowedAtOnce() {
        let limit = RateLimit(.init(atOnce: 2, perSecond: 1))
        _ = limit.wait(for: "a", at: moment(0))
        #expect((0..<3).map { _ in limit.wait(for: "a", at: moment(1000)) } == [nil, nil, 1])
    }

    @Test func bearsAClockThatIsSetBack() {
        let limit = RateLimit(.init(atOnce: 1, perSecond: 1))
        #expect(limit.wait(for: "a", at: moment(1000)) == nil)
        #expect(limit.wait(for: "a", at: moment(10)) == 1)
        #expect(limit.wait(for: "a", at: moment(11)) == nil)
    }

    @Test func keepsItsMemorySmall() {
        let limit = RateLimit(.init(atOnce: 5, perSecond: 1), mostBuckets: 100)
        for number in 0..<10_000 { _ = limit.wait(for: "\(number)", at: moment(0)) }
        #expect(limit.count <= 100)
    }

    @Test func forgetsThoseWhoAreFullFirst() {
        let limit = RateLimit(.init(atOnce: 2, perSecond: 1), mostBuckets: 3)
        _ = limit.wait(for: "calm", at: moment(0))
        for _ in 0..<5 { _ = limit.wait(for: "eager", at: moment(9)) }
        _ = limit.wait(for: "second", at: moment(9))
        _ = limit.wait(for: "third", at: moment(10))
        #expect(limit.wait(for: "eager", at: moment(10)) == nil)
        #expect(limit.wait(for: "eager", at: moment(10)) == 1)
    }
}
