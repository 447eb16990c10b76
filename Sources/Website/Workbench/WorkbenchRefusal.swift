import Vocabulary

/// W401–W499: why the workbench does not do what was asked.
package enum WorkbenchRefusal: CodedFailure, Equatable {
    /// W401: a draft is longer than the shelf takes.
    case draftTooLong(limit: Int)
    /// W402: drafts and saved views cannot be kept.
    case shelfUnusable(reason: String)
    /// W403: the draft is gone: sent, taken away, or of another account.
    case noSuchDraft
    /// W404: nothing was chosen to be done together, or too much.
    case wrongSelection(most: Int)
    /// W405: a list is too long for one file.
    case listTooLong(most: Int)

    package var code: String {
        switch self {
        case .draftTooLong: "W401"
        case .shelfUnusable: "W402"
        case .noSuchDraft: "W403"
        case .wrongSelection: "W404"
        case .listTooLong: "W405"
        }
    }

    package var message: String {
        switch self {
        case .draftTooLong(let limit): "The draft is longer than \(limit) bytes. Shorten its texts."
        case .shelfUnusable(let reason):
            "Drafts cannot be kept (\(reason)). Send the form without a draft, and tell the administrator."
        case .noSuchDraft: "There is no such draft: it was sent or taken away. Begin from the record again."
        case .listTooLong(let most): "The list has more than \(most) records. Filter it, and take each part as a file."
        case .wrongSelection(let most): "Choose at least one record and at most \(most), and what to do with them."
        }
    }
}
