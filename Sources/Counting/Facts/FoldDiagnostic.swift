/// A value in the ledger that the facts could not hold: the record counts as “not on the list” for that field.
package struct FoldDiagnostic: Hashable, Sendable {
    /// The event that carries it.
    package let sequence: Int64
    /// Of the record.
    package let mechanism: String
    /// The field; its value is not kept, for it may be anything that somebody typed.
    package let field: String

    init(sequence: Int64, mechanism: String, field: String) {
        self.sequence = sequence
        self.mechanism = mechanism
        self.field = field
    }
}
