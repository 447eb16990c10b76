package import Vocabulary

/// The value of one field of one record.
///
/// Absent (no entry) means *not reported*; the code `unknown` means that somebody looked and does not know; zero is a
/// number. The three are never folded into one another.
package enum FieldValue: Hashable, Sendable {
    case text(String)
    case code(String)
    /// Without repetition, in the order given; the first carries no more weight than the others.
    case codes([String])
    case period(Period)
    case integer(Int)
    case boolean(Bool)
    case link(RecordID)
    /// Without repetition.
    case links([RecordID])
    /// An identity that this reader may not open, or whose key was destroyed; the bytes as the ledger holds them.
    case sealed([UInt8])
}

extension FieldValue {
    /// The records that a link names; none for any other value.
    package var linked: [RecordID] {
        switch self {
        case .link(let record): [record]
        case .links(let records): records
        default: []
        }
    }
}
