/// What an attacker who reads everything published can do to the withheld cells.
package struct AuditSummary: Hashable, Sendable {
    package let cells: Int
    package let withheld: Int
    package let exactlyRecoverable: Int
    /// Pinned to an interval narrower than the rule's `minimumWidth`, exact ones not counted here.
    package let narrow: Int
    /// Published sums that do not add up.
    package let inconsistent: Int

    package init(cells: Int, withheld: Int, exactlyRecoverable: Int, narrow: Int, inconsistent: Int) {
        self.cells = cells
        self.withheld = withheld
        self.exactlyRecoverable = exactlyRecoverable
        self.narrow = narrow
        self.inconsistent = inconsistent
    }
}
