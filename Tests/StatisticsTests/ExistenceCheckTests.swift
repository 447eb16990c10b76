import Testing

@testable import Statistics

@Suite struct ExistenceCheckTests {
    private func code(_ terms: [ListSet], _ table: CaptureTable) -> Existence {
        var design = SparseDesign()
        var check = ExistenceCheck()
        let counts = CellCounts(table)
        design.set(terms, on: counts)
        return check.existence(of: design, on: counts)
    }

    /// Codes of Chan, Silverman, Vincent (2021), section 2.4, for their Table 2.
    @Test(
        arguments: [
            ([], 0), (["12"], 1), (["13"], 0), (["23"], 0), (["12", "13"], 1), (["12", "23"], 1), (["13", "23"], 0),
            (["12", "13", "23"], 2),
        ] as [([String], Int)])
    func knowsTheCodesOfThePublishedTable(terms: [String], expected: Int) throws {
        #expect(code(terms.map { ListSet(digits: $0) }, try PublishedTables.artificial()).rawValue == expected)
    }

    /// Nobody is on two lists: even independent lists would have a population without end.
    @Test func refusesListsThatShareNobody() throws {
        let table = try CaptureTable(lists: ["A", "B"], counts: [.b: 4, .c: 9])
        #expect(code([], table) == .noEstimate)
    }

    /// The saturated model has one parameter more than there are cells.
    @Test func knowsThatTheSaturatedModelIsNotIdentified() throws {
        let counts = Dictionary(uniqueKeysWithValues: (1..<8).map { (ListSet(bits: $0), 5 + $0) })
        let table = try CaptureTable(lists: ["A", "B", "C"], counts: counts)
        let all = ListSet.all(of: 2, lists: 3) + ListSet.all(of: 3, lists: 3)
        #expect(code(all, table) == .notIdentified)
        #expect(code(ListSet.all(of: 2, lists: 3), table) == .fine)
    }

    @Test(.enabled(if: ReferenceData.isThere), arguments: ["Artificial_3", "Korea", "UKdat_5"])
    func agreesWithTheReferenceOnEveryModel(name: String) throws {
        let table = try ReferenceData.table(name)
        let counts = CellCounts(table)
        var design = SparseDesign()
        var check = ExistenceCheck()
        var fitter = LogLinearFitter(lists: table.lists.count)
        for record in try ReferenceData.records("allmodels_order2_\(name)") {
            design.set((record["model"] ?? "").split(separator: " ").map { ListSet(digits: $0) }, on: counts)
            let found = check.existence(of: design, on: counts)
            #expect(found.rawValue == Int(record["ierr"] ?? ""))
            guard found == .fine else { continue }
            let fitted = fitter.fit(design, to: counts)
            let fit = try #require(fitted)
            #expect(fit.empty.count == Int(record["empty"] ?? ""))
            let figures = [
                "estimate": Double(table.persons) + fit.dark, "deviance": fit.deviance, "aic": fit.akaike,
                "bic_nobs": fit.bayes(persons: Double(table.persons)),
            ]
            for (column, figure) in figures {
                let reference = try #require(Double(record[column] ?? ""))
                // A saturated deviance is 0 up to rounding.
                #expect(abs(figure - reference) <= 1e-9 * abs(reference) + 1e-9, "\(column)")
            }
        }
    }
}
