import Access
package import Ledger

extension Registry {
    /// Checks the ledger as a whole and writes the result down.
    ///
    /// - Parameters:
    ///   - projections: Whether derived tables are compared with a rebuild, which takes longer.
    ///   - progress: Hears now and then how many events were read, and of how many; returning false stops the check.
    /// - Throws: ``AccessRefusal`` for whoever verifies nothing; the store's failure.
    package func verify(
        projections: Bool, _ asking: Asking, progress: (_ events: Int64, _ all: Int64) -> Bool
    ) throws -> Verification {
        let grant = try policy.decide(asking.actor, .verify, for: asking.purpose).get()
        let end = try ledger.position().sequence
        _ = progress(0, end)
        let found = try ledger.verify(projections: projections) { progress($0, end) }
        try ledger.note(found, under: grant)
        return found
    }
}
