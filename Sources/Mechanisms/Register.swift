package import Vocabulary

/// What the interpreter must know of other records.
package protocol Register {
    /// The record as it is now; nil where there is none.
    func state(of record: RecordID) throws -> RecordState?
    /// The name of its mechanism; nil where there is none. Cheaper than the whole record.
    func mechanism(of record: RecordID) throws -> String?
    /// Whether some record of `mechanism` names `record` in its link field `field`.
    func isLinked(_ record: RecordID, from mechanism: String, field: String) throws -> Bool
    /// The records of `mechanism` that name `record` in their link field `field` now.
    func records(of mechanism: String, naming record: RecordID, in field: String) throws -> [RecordState]
    /// Whether some third record names both of these now.
    func isBeside(_ record: RecordID, _ other: RecordID) throws -> Bool
    /// The steps that made a record what it is, the first one first.
    func steps(of record: RecordID) throws -> [StepTaken]
}

/// A step that somebody took before.
package struct StepTaken: Sendable, Hashable {
    /// The name of the transition.
    package let name: String
    /// The account of the person who took it, whatever their post was.
    package let account: String
    package let changes: [String: FieldValue]

    package init(_ name: String, by account: String, changes: [String: FieldValue]) {
        (self.name, self.account, self.changes) = (name, account, changes)
    }
}

/// A register without records.
package struct EmptyRegister: Register {
    package init() {}

    package func state(of record: RecordID) -> RecordState? { nil }
    package func mechanism(of record: RecordID) -> String? { nil }
    package func isLinked(_ record: RecordID, from mechanism: String, field: String) -> Bool { false }
    package func records(of mechanism: String, naming record: RecordID, in field: String) -> [RecordState] { [] }
    package func isBeside(_ record: RecordID, _ other: RecordID) -> Bool { false }
    package func steps(of record: RecordID) -> [StepTaken] { [] }
}
