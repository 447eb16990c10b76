package import Tables

/// The gate: the one place where counts become publishable.
///
/// Takes a set of tables over one fact base together, because an attacker reads all of them together; withholds small
/// counts and what would give them away, and lets out only what the attack on the whole set cannot open.
package struct Gate: Sendable {
    package let rule: ProtectionRule

    package init(rule: ProtectionRule) { self.rule = rule }

    /// Protects a release.
    ///
    /// - Parameters:
    ///   - tables: Everything that is published at once; all margins of each table are published.
    ///   - earlier: Tables published before that may share cells with these. What they print is known to the reader.
    /// - Returns: The tables in the same order; a cell that two of them share has one outcome.
    /// - Throws: ``DisclosureFailure`` naming the cell and the equation where no protection is possible.
    package func release(
        _ tables: [CountTable], earlier: [ReleasedTable] = []
    ) throws(DisclosureFailure) -> [ReleasedTable] {
        guard rule.threshold >= 1, rule.minimumWidth >= 1, rule.minimumWidth < 1_000_000 else {
            throw .ruleUnusable(reason: "threshold and width must be 1 or more")
        }
        let linked = try LinkedTables(tables)
        return try GatedSet(linked, earlier: earlier, rule: rule).protect()
    }
}
