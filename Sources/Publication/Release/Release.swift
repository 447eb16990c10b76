package import Disclosure
import Tables
package import Vocabulary

/// A numbered set of released tables, frozen: what was published on a day, for good.
///
/// A later release may say something else of the same period; the earlier one stays and the difference is shown.
package struct Release: Sendable {
    /// From 1, without gaps.
    package let number: Int
    package let date: CalendarDate
    package let marking: Marking
    package let tables: [ReleasedTable]
    /// Hash of the release before it; nil for the first.
    package let predecessor: String?
    /// SHA-256 of the manifest, which holds those of all files and of the predecessor: the whole history in 64 digits.
    package let hash: String

    /// Tables by name; nil where the release has none of that name.
    package subscript(table name: String) -> ReleasedTable? { tables.first { $0.name == name } }

    /// The furthest ledger position that a table was counted to.
    package var ledgerPosition: Int64 { tables.map(\.provenance.ledgerPosition).max() ?? 0 }

    /// The number with leading zeros, as it stands in paths: `0001`.
    package static func folder(_ number: Int) -> String {
        String(repeating: "0", count: max(0, 4 - String(number).count)) + String(number)
    }
}
