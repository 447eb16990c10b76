package import Vocabulary

/// Every kind of thing that can be said of a list of recommendations.
package enum RecommendationFinding: String, WeighedFinding, CaseIterable {
    /// I560: a cell that must be filled is empty.
    case empty = "I560"
    /// I561: a number stands twice in a cycle.
    case numberTwice = "I561"
    /// I562: a day that nobody can read.
    case dayUnread = "I562"
    /// I563: the register has this recommendation, or this pair, already.
    case known = "I563"
    /// I564: a recommendation, cycle, plan or action that the register does not have.
    case unknown = "I564"
    /// I565: the register refuses it.
    case refused = "I565"
    /// I566: the recommendation of that number reads otherwise in the register.
    case wordingDiffers = "I566"

    package var weight: Finding.Weight {
        switch self {
        case .known: .note
        case .numberTwice, .dayUnread, .wordingDiffers: .warning
        default: .error
        }
    }
}
