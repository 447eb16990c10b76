import Testing

@testable import Linkage

/// What a run gives to persons to judge, how it is kept, and how far they agree.
@Suite struct ReviewingTests {
    private func proposals(
        _ persons: InventedPersons, least: Double = 0.2, known: JudgedPairs = JudgedPairs()
    ) throws -> [PairExplanation] {
        try LinkRun(persons.table()) { "1:\($0)" }.proposals(least: least, known: known)
    }

    @Test func proposesWhoWasRecordedTwice() throws {
        let persons = InventedPersons(800, seed: 4)
        let found = try proposals(persons, least: 0.5)
        let right = found.count { persons.rows[$0.first][0] == persons.rows[$0.second][0] }
        #expect(right >= 190, "of 200")
        #expect(found.count - right <= 4)
    }

    @Test func whatIsKnownIsNotProposedAgain() throws {
        let persons = InventedPersons(400, seed: 5)
        let first = try proposals(persons)
        let known = JudgedPairs(
            waiting: first.map { ($0.first, $0.second) }, settled: Set(first.map { .init($0.second, $0.first) }))
        #expect(try proposals(persons, known: known).isEmpty)
    }

    /// Four copies of one record have six pairs, and three judgements say all.
    @Test func asManyPairsAsBringTheSameRecordsTogether() throws {
        let persons = InventedPersons(400, twice: 1000, seed: 6)
        var rows = persons.rows
        for _ in 0..<3 { rows.append(rows[0]) }
        let copies = Set([0, rows.count - 3, rows.count - 2, rows.count - 1])
        func found(_ known: JudgedPairs) throws -> [PairExplanation] {
            var builder = try TableBuilder(
                ColumnRoles(parsing: InventedPersons.roles), header: InventedPersons.header, samples: rows)
            try builder.beginSource(header: InventedPersons.header)
            for row in rows { builder.append { row[$0] } }
            return try LinkRun(builder.finish()) { "\($0)" }.proposals(least: 0.5, known: known).filter {
                copies.contains($0.first) && copies.contains($0.second)
            }
        }
        #expect(try found(JudgedPairs()).count == 3)
        let (first, last) = (0, rows.count - 1)
        let asserted = JudgedPairs(
            rules: GroupingRules(together: [(first, last)]), settled: [.init(first, last)])
        #expect(try found(asserted).count == 2)
        let rejected = JudgedPairs(rules: GroupingRules(apart: [(first, last)]), settled: [.init(first, last)])
        let apart = try found(rejected)
        #expect(apart.count == 2, "nothing that would bring the two together")
    }

    @Test func evidenceIsReadAsItWasWrittenAndHoldsNoValue() throws {
        let persons = InventedPersons(400, seed: 7)
        for pair in try proposals(persons).prefix(20) {
            let evidence = PairEvidence(pair)
            #expect(PairEvidence(evidence.text) == evidence)
            #expect(abs(evidence.total - pair.total) < 0.5, "to a tenth of a bit a field")
            for value in persons.rows[pair.first].dropFirst() + persons.rows[pair.second].dropFirst()
            where value.count > 3 { #expect(!evidence.text.contains(value)) }
        }
    }

    @Test(arguments: [
        "", "given/exact:1", "prior:x", "prior:1;given:2", "prior:1;a/b/c:2", "prior:1;a/b", "prior:nan", "prior:inf",
        "prior:1;a/b:1e300",
    ])
    func whatIsNoEvidenceIsNotRead(text: String) { #expect(PairEvidence(text) == nil) }

    @Test(arguments: [
        ("exact", PairEvidence.Agreement.agrees), ("known-year-equal", .agrees), ("one-digit", .near),
        ("same-sound", .near), ("different", .differs), ("missing", .missing),
    ])
    func everyLevelHasOneOfFourWords(level: String, agreement: PairEvidence.Agreement) throws {
        #expect(try #require(PairEvidence("prior:0;a/\(level):1")).parts[0].agreement == agreement)
    }

    /// By hand: 20 + 15 of 50 agree, p₀ = 0.7; by chance 25·30 + 25·20 of 2,500, pₑ = 0.5; κ = 0.2 / 0.5 = 0.4.
    @Test func kappaIsAgreementBeyondChance() throws {
        let said =
            [[String]](repeating: ["same", "same"], count: 20) + Array(repeating: ["same", "different"], count: 5)
            + Array(repeating: ["different", "same"], count: 10)
            + Array(repeating: ["different", "different", "same"], count: 15) + [["same"], []]
        let agreement = ReviewAgreement(said)
        #expect(agreement.pairs == 50)
        #expect(agreement.agreeing == 35)
        #expect(abs(try #require(agreement.kappa) - 0.4) < 1e-12)
    }

    @Test(arguments: [[], [["same"]], [["same", "same"], ["same", "same"]]])
    func kappaIsUnknownWhereChanceAloneAlwaysAgrees(said: [[String]]) {
        #expect(ReviewAgreement(said).kappa == nil)
    }
}
