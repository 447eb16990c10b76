package import Vocabulary

/// Every kind of thing that can be said of a list of contact points or of holidays.
package enum ContactFinding: String, WeighedFinding, CaseIterable {
    /// I580: a cell that must be filled is empty.
    case empty = "I580"
    /// I581: a state, a body, a task, a language or another contact point that the register does not have.
    case unknown = "I581"
    /// I582: a day or a number that nobody can read.
    case unread = "I582"
    /// I583: the register has this contact point, or this holiday, already.
    case known = "I583"
    /// I584: the register refuses it.
    case refused = "I584"
    /// I585: the contact point of that name has other numbers or hours in the register.
    case differs = "I585"

    package var weight: Finding.Weight {
        switch self {
        case .known: .note
        case .differs: .warning
        default: .error
        }
    }
}
