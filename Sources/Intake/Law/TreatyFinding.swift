package import Vocabulary

/// Every kind of thing that can be said of a list of treaties or of the acts on them.
package enum TreatyFinding: String, WeighedFinding, CaseIterable {
    /// I550: the row names a treaty that the register does not have.
    case treatyUnknown = "I550"
    /// I551: the party is no state or regional organisation that the register knows by that name.
    case partyUnknown = "I551"
    /// I552: the kind of act is none that there is.
    case kindUnknown = "I552"
    /// I553: a day that nobody can read, or that is none.
    case dayUnread = "I553"
    /// I554: the register has this act, or this treaty, already.
    case known = "I554"
    /// I555: the register refuses it.
    case refused = "I555"
    /// I556: the day of effect in the list is not the one that the treaty's rule gives.
    case effectDiffers = "I556"
    /// I557: a cell that must be filled is empty.
    case cellEmpty = "I557"
    /// I558: a number or a word of a rule that nobody can read.
    case ruleUnread = "I558"
    /// I559: the treaty in the register has other terms than the list.
    case termsDiffer = "I559"

    package var weight: Finding.Weight {
        switch self {
        case .known: .note
        case .effectDiffers, .termsDiffer: .warning
        default: .error
        }
    }
}
