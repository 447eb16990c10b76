import Vocabulary

/// Why nothing was counted.
package enum CountingFailure: CodedFailure, Equatable {
    /// C101: no indicator has that code.
    case unknownIndicator(String, existing: [String])
    /// C102: the indicator cannot be broken down by that.
    case unknownDimension(String, indicator: String, existing: [String])
    /// C103: the same breakdown was asked for twice.
    case dimensionTwice(String)
    /// C104: the breakdowns together have more cells than can be numbered.
    case tooManyCells([String])
    /// C105: no ready table has that name.
    case unknownTable(String, existing: [String])
    /// C201: events reached the facts out of order; counting them would count something twice or never.
    case eventOutOfOrder(sequence: Int64, position: Int64)
    /// C202: a code list has more entries than its column can hold.
    case listTooLong(String, limit: Int)
    /// C301: a snapshot of facts is of another version, another ledger or other code lists, or is damaged.
    case snapshotUnfit(String)

    /// As in docs/reference/failures.md.
    package var code: String {
        switch self {
        case .unknownIndicator: "C101"
        case .unknownDimension: "C102"
        case .dimensionTwice: "C103"
        case .tooManyCells: "C104"
        case .unknownTable: "C105"
        case .eventOutOfOrder: "C201"
        case .listTooLong: "C202"
        case .snapshotUnfit: "C301"
        }
    }

    /// What, and what to ask for instead.
    package var message: String {
        switch self {
        case .unknownIndicator(let name, let existing):
            "There is no indicator “\(name)”. Ask for one of: \(existing.joined(separator: ", "))."
        case .unknownDimension(let name, let indicator, let existing):
            "“\(indicator)” has no breakdown “\(name)”. Ask for: \(existing.joined(separator: ", "))."
        case .dimensionTwice(let name):
            "The breakdown “\(name)” is asked for twice. Name it once."
        case .tooManyCells(let names):
            "The breakdowns \(names.joined(separator: ", ")) have too many cells together. Ask for fewer at a time."
        case .unknownTable(let name, let existing):
            "There is no table “\(name)”. Ask for one of: \(existing.joined(separator: ", "))."
        case .eventOutOfOrder(let sequence, let position):
            "Event \(sequence) came after position \(position) was reached. Rebuild the facts from the first event."
        case .listTooLong(let list, let limit):
            "The code list “\(list)” has more than \(limit) entries. Shorten it, or use broader codes."
        case .snapshotUnfit(let reason):
            "The snapshot of the facts cannot be used: \(reason). Delete it; the facts are rebuilt from the ledger."
        }
    }
}
