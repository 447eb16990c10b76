package import Vocabulary

/// Persons by the lists on which they stand: what an estimate of those whom nobody registered starts from.
///
/// Records that are one person are one here, as in every count; whom one organisation registered twice is on its list
/// once.
package struct CaptureHistories: Hashable, Sendable {
    /// What makes a list.
    package enum ListMaker: String, CaseIterable, Sendable {
        /// All organisations of one kind are one list.
        case organisationKind = "organisation-kind"
        /// Each organisation is a list.
        case registeringOrganisation = "registering-organisation"

        var breakdown: Breakdown { self == .organisationKind ? .organisationKind : .registeringOrganisation }
    }

    /// Codes of the lists on which somebody stands, in the order of the kinds or of the organisations' names.
    package let lists: [String]
    /// Persons by the places of their lists, in ascending order; nobody has none.
    package let persons: [[Int]: Int]
    /// Persons on no list: nobody says which organisation registered them, or of what kind it is.
    package let onNone: Int
    /// Persons of whom no record surely lies in the period, and one may.
    package let unplaced: Int
    /// How far the ledger was looked at, and the hash of its event there.
    package let ledgerPosition: Int64
    package let ledgerHash: String
}

extension Counter {
    /// The histories of the persons of a population, by who registered them.
    ///
    /// - Parameter period: Of registration; only records that surely lie in it. All where nil.
    package func captureHistories(
        by maker: CaptureHistories.ListMaker, of population: Population = .referred, in period: Period? = nil
    ) -> CaptureHistories {
        var listsOfPerson: [Int32: Set<Int>] = [:]
        var maybe: Set<Int32> = []
        var codes: [String] = []
        if let rows = book[.episode], let periods = rows.periods[.registration],
            let column = self.maker.make(maker.breakdown, of: rows, rule: .registration, filter: nil)
        {
            codes = column.categories.map(\.code)
            for row in 0..<rows.count
            where RowSelection.belongs(
                Qualification(bits: UInt8(rows.qualification[row])), to: population, .trafficking,
                phenomena: facts.lists.phenomena)
            {
                let found = periods.periods[periods.column[row]]
                if let period, !(found.map(period.contains) ?? false) {
                    if RowSelection.isUnplaced(found, in: period) { maybe.insert(rows.group[row]) }
                    continue
                }
                listsOfPerson[rows.group[row], default: []].insert(column.lookup[rows.organisation[row]])
            }
        }
        return histories(listsOfPerson, codes, unplaced: maybe.count { listsOfPerson[$0] == nil })
    }

    private func histories(_ listsOfPerson: [Int32: Set<Int>], _ codes: [String], unplaced: Int) -> CaptureHistories {
        let unnamed = Set(
            codes.indices.filter { [BreakdownColumn.notReported, BreakdownColumn.unlisted].contains(codes[$0]) })
        let met = listsOfPerson.values.reduce(into: Set<Int>()) { $0.formUnion($1) }.subtracting(unnamed).sorted()
        let places = Dictionary(uniqueKeysWithValues: met.enumerated().map { ($0.element, $0.offset) })
        var persons: [[Int]: Int] = [:]
        var onNone = 0
        for lists in listsOfPerson.values {
            let history = lists.compactMap { places[$0] }.sorted()
            if history.isEmpty { onNone += 1 } else { persons[history, default: 0] += 1 }
        }
        return CaptureHistories(
            lists: met.map { codes[$0] }, persons: persons, onNone: onNone, unplaced: unplaced,
            ledgerPosition: facts.position, ledgerHash: facts.ledgerHash)
    }
}
