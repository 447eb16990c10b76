package import Vocabulary

/// What an act is done to, as far as the policy needs to know.
package struct Target: Hashable, Sendable {
    package let matter: Matter
    /// Its name; nil where it is about none.
    package let mechanism: String?
    /// Nil for a list, a new record, or the register as a whole.
    package let record: RecordID?
    /// How the actor stands to it; `none` is always among them.
    package let relations: Set<Relation>
    /// Whether the record has reached a state in which work on it has ended.
    package let isClosed: Bool

    package init(
        _ matter: Matter, of mechanism: String? = nil, record: RecordID? = nil, relations: Set<Relation> = [],
        isClosed: Bool = false
    ) {
        self.matter = matter
        self.mechanism = mechanism
        self.record = record
        self.relations = relations.union([.none])
        self.isClosed = isClosed
    }

    package static let register = Target(.register)
}
