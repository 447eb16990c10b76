package import Intake
package import Vocabulary

/// What differs in a plan's table between two days, cell by cell; a plan that was not in force yet has no cells.
package struct PlanDifference: Sendable {
    /// One cell that reads otherwise.
    package struct Change: Sendable {
        package let action: RecordID
        package let code: String
        package let column: PlanTable.Column
        package let before: String
        package let after: String
    }

    /// Nil where the plan was not in force on the day.
    package let first: PlanStand?
    package let second: PlanStand?
    package let changes: [Change]

    package init(from first: PlanStand?, to second: PlanStand?) {
        (self.first, self.second) = (first, second)
        let (before, after) = (first?.tableRows ?? [], second?.tableRows ?? [])
        let known = Dictionary(before.map { ($0.line.record, $0) }, uniquingKeysWith: { first, _ in first })
        let there = Set(after.map(\.line.record))
        changes =
            after.flatMap { PlanDifference.changes(of: $0, from: known[$0.line.record]?.cells, to: $0.cells) }
            + before.filter { !there.contains($0.line.record) }.flatMap {
                PlanDifference.changes(of: $0, from: $0.cells, to: nil)
            }
    }

    private static func changes(of row: PlanStand.TableRow, from before: [String]?, to after: [String]?) -> [Change] {
        PlanTable.Column.allCases.enumerated().compactMap { place, column in
            let (before, after) = (before?[place] ?? "", after?[place] ?? "")
            guard before != after else { return nil }
            return Change(
                action: row.line.record, code: row.line.action.code, column: column, before: before, after: after)
        }
    }

    package static let columns = ["code", "column", "before", "after", "marking"]

    /// A row for each change. The marking stands in each.
    ///
    /// - Parameter mark: The marking, in the words of whoever reads it.
    package func rows(marked mark: String) -> [[String]] {
        changes.map { [$0.code, $0.column.rawValue, $0.before, $0.after, mark] }
    }
}
