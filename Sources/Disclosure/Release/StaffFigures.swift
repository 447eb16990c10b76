package import Tables

/// The true figures of a table with all of its margins, for the staff who decide on a release: the same cells in the same
/// order as those of the ``ReleasedTable`` that the gate made of it. They are no publication and go into none.
package struct StaffFigures: Sendable {
    /// Nil where nobody reported on any part of the cell.
    package let counts: [Int?]

    /// - Throws: ``DisclosureFailure`` as the gate does for a table that cannot be laid out.
    package init(_ table: CountTable) throws(DisclosureFailure) { counts = try MarginedTable(table).counts }
}
