package import Access
package import Vocabulary

/// What the policy is asked about a record: whose it is, how the one who asks stands to it, whether work on it has ended.
package struct RecordStanding: Hashable, Sendable {
    package let mechanism: String
    package let isClosed: Bool
    package let owner: RecordID?
    package let relations: Set<Relation>
}

extension RecordRow {
    package var standing: RecordStanding {
        RecordStanding(mechanism: mechanism, isClosed: isClosed, owner: owner, relations: relations)
    }
}
