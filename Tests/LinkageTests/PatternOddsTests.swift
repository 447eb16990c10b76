import Testing

@testable import Linkage

@Suite struct PatternOddsTests {
    private func pattern(_ text: String) throws -> AgreementPattern { try #require(AgreementPattern(text, fields: 3)) }

    @Test func whatChanceMakesIsNotOnePerson() throws {
        let chance = ChanceAgreement(counts: ["110": 50], pairs: 1000)
        // A tenth of the 1,000 pairs' 50 is expected among 100 pairs: five, and six are seen.
        let odds = PatternOdds([try pattern("110"): 6, try pattern("222"): 9], all: 100, chance: [chance])
        #expect(abs(odds.probability(try pattern("110")) - (6 - 5 + 0.5) / 7) < 1e-12)
        #expect(abs(odds.probability(try pattern("222")) - 9.5 / 10) < 1e-12)
    }

    @Test func whoAgreesInMoreIsNotLessLikely() throws {
        let odds = PatternOdds([try pattern("110"): 99, try pattern("111"): 1], all: 100, chance: [])
        #expect(odds.probability(try pattern("111")) == odds.probability(try pattern("110")))
    }

    @Test func whatWasNotSeenIsNothing() throws {
        #expect(PatternOdds([:], all: 0, chance: []).probability(try pattern("222")) == 0)
    }

    @Test(arguments: ["", "12", "1112", "113", "1a1"])
    func whatIsNoPatternIsRefused(text: String) { #expect(AgreementPattern(text, fields: 3) == nil) }
}
