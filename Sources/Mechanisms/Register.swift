package import Vocabulary

/// What the interpreter must know of other records.
package protocol Register {
    /// The record as it is now; nil where there is none.
    func state(of record: RecordID) throws -> RecordState?
    /// The name of its mechanism; nil where there is none. Cheaper than the whole record.
    func mechanism(of record: RecordID) throws -> String?
    /// Whether some record of `mechanism` names `record` in its link field `field`.
    func isLinked(_ record: RecordID, from mechanism: String, field: String) throws -> Bool
    /// Whether some third record names both of these now.
    func isBeside(_ record: RecordID, _ other: RecordID) throws -> Bool
}

/// A register without records.
package struct EmptyRegister: Register {
    package init() {}

    package func state(of record: RecordID) -> RecordState? { nil }
    package func mechanism(of record: RecordID) -> String? { nil }
    package func isLinked(_ record: RecordID, from mechanism: String, field: String) -> Bool { false }
    package func isBeside(_ record: RecordID, _ other: RecordID) -> Bool { false }
}
