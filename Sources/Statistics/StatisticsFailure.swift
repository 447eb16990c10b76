package import Vocabulary

/// Why an estimate is not given: codes E101–E199.
package enum StatisticsFailure: CodedFailure, Equatable {
    /// E101: an estimate needs at least two lists.
    case tooFewLists(found: Int)

    package var code: String {
        switch self {
        case .tooFewLists: "E101"
        }
    }

    package var message: String {
        switch self {
        case .tooFewLists(let found): "\(found) list given; an estimate needs at least two."
        }
    }
}
