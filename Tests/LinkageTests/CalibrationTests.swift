import TestKit
import Testing

@testable import Linkage

@Suite struct CalibrationTests {
    /// Four pairs at 0.25 of which one is right, two at 0.95 of which both are: worked by hand.
    private static let worked: Calibration = {
        var calibration = Calibration()
        for isRight in [true, false, false, false] { calibration.add(0.25, isRight: isRight) }
        for _ in 0..<2 { calibration.add(0.95, isRight: true) }
        return calibration
    }()

    @Test func countsWhatIsRightInEachRangeOfProbabilities() throws {
        let bin = try #require(Self.worked.bins.first { $0.from == 0.2 })
        #expect(bin.pairs == 4 && bin.right == 1 && bin.stated == 0.25 && bin.share == 0.25)
        let last = try #require(Self.worked.bins.first { $0.from == 0.95 })
        #expect(last.pairs == 2 && last.share == 1)
        #expect(Self.worked.above.map(\.pairs) == [2, 2, 2])
    }

    /// Of four pairs of one person two lie from 0.95 up, both right; from 0.2 up lie six, three of them right.
    @Test func saysWhatEachThresholdGives() throws {
        let points = Self.worked.thresholds(truePairs: 4)
        let high = try #require(points.first { $0.threshold == 0.95 })
        #expect(high.pairs == 2 && high.precision == 1 && high.recall == 0.5)
        let low = try #require(points.first { $0.threshold == 0.2 })
        #expect(low.pairs == 6 && low.precision == 0.5 && low.recall == 0.75)
    }

    /// (0.75² + 3 × 0.25² + 2 × 0.05²) / 6 = 0.755 / 6; 4 pairs miss by 0 and 2 by 0.05: 0.1 / 6.
    @Test func missesTheTruthByWhatIsWorkedByHand() throws {
        #expect(abs(try #require(Self.worked.brierScore) - 0.755 / 6) < 1e-12)
        #expect(abs(try #require(Self.worked.expectedError) - 0.1 / 6) < 1e-12)
    }

    /// Wilson (1927) for 1 of 4: 0.0456 to 0.6994.
    @Test func givesTheIntervalOfAShare() throws {
        let interval = try #require(Self.worked.bins.first { $0.from == 0.2 }?.interval95)
        #expect(abs(interval.lowerBound - 0.0456) < 5e-5 && abs(interval.upperBound - 0.6994) < 5e-5)
    }

    @Test func certaintyIsInTheLastRangeAndNothingIsNoFigure() {
        var calibration = Calibration()
        #expect(calibration.brierScore == nil && calibration.expectedError == nil)
        calibration.add(1, isRight: true)
        #expect(calibration.bins.last?.pairs == 1 && calibration.brierScore == 0)
    }

    /// Of pairs from a threshold upwards, what is stated and what is true are three hundredths apart at most, on every set.
    @Test(arguments: KnownTruth.all.filter(\.isHere))
    func probabilitiesMeanWhatTheySay(_ set: KnownTruth) throws {
        let (table, keys) = try set.table()
        var calibration = Calibration()
        for pair in try LinkRun(table, name: { "\($0)" }).finish().scored {
            calibration.add(pair.probability, isRight: keys[Int(pair.first)] == keys[Int(pair.second)])
        }
        #expect(calibration.pairs > 0)
        for bin in calibration.above {
            let (stated, share) = (try #require(bin.stated), try #require(bin.share))
            #expect(abs(stated - share) <= 0.03, "from \(bin.from): stated \(stated), true \(share)")
        }
        #expect(try #require(calibration.expectedError) <= 0.03)
    }
}
