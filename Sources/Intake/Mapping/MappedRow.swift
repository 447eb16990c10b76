import Mechanisms
import Vocabulary

/// A row as values of fields, before it is known whether the register has it already. Refilled for every row.
struct MappedRow: Sendable {
    enum Fate: Sendable, Equatable {
        case record
        /// Held back: something in it is wrong.
        case faulty
        /// Held back with a note: it adds up others, or stands for nobody.
        case noRecord
    }

    var fate = Fate.record
    /// By slot of the plan; nil is *not reported*.
    var values: [FieldValue?] = []
    var people = 1
    /// What names the row: see ``RowMapper``.
    var key: [UInt8] = []
    var findings: [Finding] = []
}
