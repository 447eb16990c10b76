package import Vocabulary

/// Every kind of thing that can be said of a paper that is brought into the library.
package enum LibraryFinding: String, WeighedFinding, CaseIterable {
    /// I590: the library has this paper already.
    case known = "I590"
    /// I591: the library has another text under this number.
    case textDiffers = "I591"
    /// I592: the number is of no scheme that is known; it is kept as it is written.
    case numberUnread = "I592"
    /// I593: the paper was withdrawn from the library.
    case withdrawn = "I593"
    /// I594: the register refuses it.
    case refused = "I594"
    /// I595: the paper has no text.
    case textless = "I595"
    /// I596: the file of the paper cannot be read.
    case unreadable = "I596"
    /// I597: a row of the list does not say what it must.
    case cellEmpty = "I597"
    /// I598: the date is in no form that is read.
    case dayUnread = "I598"
    /// I599: the paper that is said to list it is not in the library.
    case namerUnknown = "I599"

    package var weight: Finding.Weight {
        switch self {
        case .known: .note
        case .numberUnread: .warning
        default: .error
        }
    }
}
