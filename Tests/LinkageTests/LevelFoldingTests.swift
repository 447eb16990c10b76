import Testing

@testable import Linkage

@Suite struct LevelFoldingTests {
    /// One digit and two are one chain; what is no longer told apart counts as the next worse that is.
    @Test func aLevelThatIsNotKeptCountsAsTheNextWorse() throws {
        let folding = try LevelFolding(keeping: ["two-digits"], .date, .learnt)
        #expect(folding.levels[Int(Levels.Days.oneDigit)] == Levels.Days.twoDigits)
        #expect(folding.levels[Int(Levels.Days.swapped)] == Levels.Days.different)
        #expect(folding.levels[Int(Levels.missing)] == Levels.missing && folding.keeps(Levels.Days.exact))
    }

    @Test func sharesOfFoldedLevelsAreAdded() throws {
        let folding = try LevelFolding(keeping: [], .category, .learnt)
        #expect(folding.folded([0, 0.5, 0.25, 0.25]) == [0, 0.5, 0, 0.5])
    }

    @Test func aLevelThatThereIsNotIsRefusedWithThoseThereAre() {
        #expect(
            throws: LinkageFailure.unknownLevel(name: "near", known: ["exact", "one-slip", "different"])
        ) { try LevelFolding(keeping: ["near"], .category, .learnt) }
    }

    private func table(_ comparison: FieldComparison, _ names: [String]) throws -> RecordTable {
        var builder = try TableBuilder(
            ColumnRoles(parsing: "family=name"), header: ["name"], samples: [names], comparisons: ["name": comparison])
        try builder.beginSource(header: ["name"])
        for name in names { builder.append { _ in name } }
        return try builder.finish()
    }

    private func level(_ comparison: FieldComparison, _ names: [String]) throws -> String {
        let table = try table(comparison, names)
        let edits = EditModel(frequencies: [Double](repeating: 1, count: Symbols.count), learnt: nil)
        let pattern = PairComparer(table, FlatValues(table), models: [edits]).pattern(0, 1)
        return Levels.name(pattern.level(0), table.fields[0].kind, table.fields[0].measure)
    }

    /// Winkler (1990) gives 0.961, 0.832 and 0.813 for these pairs.
    @Test(arguments: [
        ("MARTHA", "MARHTA", "jaro-winkler-0.95"), ("JONES", "JOHNSON", "jaro-winkler-0.8"),
        ("DIXON", "DICKSONX", "jaro-winkler-0.8"),
    ])
    func wordsAreComparedByJaroWinklerWhereItIsAskedFor(first: String, second: String, level: String) throws {
        #expect(try self.level(FieldComparison(measure: .jaroWinkler), [first, second]) == level)
    }

    @Test func onlyTheLevelsOfTheDescriptionAreMet() throws {
        let comparison = FieldComparison(measure: .jaroWinkler, levels: ["exact", "jaro-winkler-0.88"])
        #expect(try level(comparison, ["MARTHA", "MARHTA"]) == "jaro-winkler-0.88")
        #expect(try level(comparison, ["DWAYNE", "DUANE"]) == "different")
        #expect(try table(comparison, ["A", "B"]).fields[0].levelNames == ["exact", "jaro-winkler-0.88", "different"])
    }

    @Test func aPriorThatIsSaidIsNotLearnt() throws {
        let table = try InventedPersons(400, seed: 5).table()
        let linker = try Linker(table, withinSources: true, prior: 0.001)
        #expect(abs(linker.model.prior - 0.001) < 1e-12)
    }
}
