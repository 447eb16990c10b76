import Testing

@testable import Linkage

@Suite struct LinkRunTests {
    private func result(_ persons: InventedPersons, options: LinkOptions = LinkOptions()) throws -> LinkResult {
        try LinkRun(persons.table(), options: options) { "1:\($0)" }.finish()
    }

    @Test func findsWhoWasRecordedTwice() throws {
        let persons = InventedPersons(2000, seed: 1)
        let result = try result(persons)
        let right = result.pairs.count { persons.rows[$0.first][0] == persons.rows[$0.second][0] }
        #expect(right >= 490, "of 500")
        #expect(result.pairs.count - right <= 5)
        #expect(result.summary.recall.share > 0.98)
    }

    @Test func theSameRecordsGiveTheSameResult() throws {
        let first = try result(InventedPersons(800, seed: 2))
        let second = try result(InventedPersons(800, seed: 2))
        #expect(first.pairs == second.pairs)
        #expect(first.groups == second.groups)
    }

    @Test func anExplanationAddsUpToTheLogOdds() throws {
        let result = try result(InventedPersons(800, seed: 3))
        let explained = try #require(result.doubtful.first)
        let sum = explained.parts.reduce(explained.priorBits) { $0 + $1.bits + $1.frequencyBits }
        #expect(abs(sum + explained.swapBits + explained.relatedBits - explained.total) < 1e-3)
    }

    @Test func aBlockThatCannotBeSplitIsCutAndReported() throws {
        var builder = try TableBuilder(ColumnRoles(parsing: "given=name"), header: ["name"], samples: [["Maria"]])
        try builder.beginSource(header: ["name"])
        for _ in 0..<20_000 { builder.append { _ in "Maria" } }
        let table = try builder.finish()
        let index = CandidateIndex(table, limits: PairingLimits(records: table.count))
        #expect(index.cutBlocks.map(\.records) == [20_000])
        var search = CandidateSearch(index, table, withinSources: true)
        var found: [UInt32] = []
        search.candidates(of: 19_999, into: &found)
        #expect(found.count < index.limits.blockSize)
    }

    @Test func emptyNamesAreMissingAndNotEqual() throws {
        var builder = try TableBuilder(
            ColumnRoles(parsing: "given=a,family=b"), header: ["a", "b"], samples: [["", "Xo"]])
        try builder.beginSource(header: ["a", "b"])
        for name in ["Lumo", "Lumo", "Pira", "Veda"] { builder.append { $0 == 1 ? name : " " } }
        let table = try builder.finish()
        #expect(PairComparer(table, FlatValues(table), models: [nil, nil]).pattern(0, 1).level(0) == Levels.missing)
        #expect(
            PairComparer(table, FlatValues(table), models: [nil, nil]).pattern(0, 1).level(1) == Levels.Words.exact)
    }

    @Test func filesWithoutAnyValueAreRefused() throws {
        var builder = try TableBuilder(ColumnRoles(parsing: "given=a"), header: ["a"], samples: [[""]])
        try builder.beginSource(header: ["a"])
        for _ in 0..<3 { builder.append { _ in "" } }
        #expect(throws: LinkageFailure.emptyFields(names: ["a"])) { try builder.finish() }
    }

    @Test func oneRecordIsNothingToCompare() throws {
        var builder = try TableBuilder(ColumnRoles(parsing: "given=a"), header: ["a"], samples: [["Lumo"]])
        try builder.beginSource(header: ["a"])
        builder.append { _ in "Lumo" }
        let table = try builder.finish()
        #expect(throws: LinkageFailure.nothingToCompare(records: 1)) { try LinkRun(table) { "\($0)" }.finish() }
    }

    @Test func twoEqualRecordsAmongFewAreOnePerson() throws {
        var builder = try TableBuilder(
            ColumnRoles(parsing: "given=a,family=b,birth=c"), header: ["a", "b", "c"],
            samples: [["", "", "1990-02-03"]])
        try builder.beginSource(header: ["a", "b", "c"])
        let rows = [
            ["Lumo", "Teralin", "1990-02-03"], ["Pira", "Voskel", "1981-04-09"], ["Lumo", "Teralin", "1990-02-03"],
            ["Veda", "Ronimar", "1977-09-01"],
        ]
        for row in rows { builder.append { row[$0] } }
        let result = try LinkRun(builder.finish()) { "\($0)" }.finish()
        #expect(result.pairs.map { [$0.first, $0.second] } == [[0, 2]])
        #expect(result.summary.restsOnPriors)
    }
}
