package import Vocabulary

/// W471–W479: why nothing is proposed, let out or taken back.
package enum NoticeRefusal: CodedFailure, Hashable {
    /// W471: the record is of a kind, or in a state, in which it is not for the public.
    case notForPublic
    /// W472: the day has not come; nobody knows yet how things will stand.
    case dayToCome(CalendarDate)
    /// W473: the plan was not in force on that day.
    case notInForce(CalendarDate)
    /// W474: what it was made from was withdrawn or changed its state since it was proposed.
    case sourceGone
    /// W475: it is not waiting to be let out.
    case notProposed(state: String)
    /// W476: it was not published, or was taken back before.
    case nothingToWithdraw
    /// W477: somebody else did something with it at the same moment.
    case overtaken
    /// W478: it does not say who publishes it.
    case publisherMissing

    package var code: String {
        switch self {
        case .notForPublic: "W471"
        case .dayToCome: "W472"
        case .notInForce: "W473"
        case .sourceGone: "W474"
        case .notProposed: "W475"
        case .nothingToWithdraw: "W476"
        case .overtaken: "W477"
        case .publisherMissing: "W478"
        }
    }

    package var message: String {
        switch self {
        case .notForPublic:
            "This record is not for the public: plans are, practices once they are published, judgements made known to the "
                + "public, and press releases once they are issued. Take those steps first."
        case .dayToCome(let day): "\(day) has not come. Choose today or a day before."
        case .notInForce(let day): "The plan was not in force on \(day). Choose a day on which it was."
        case .sourceGone:
            "What this was made from has been withdrawn or changed since it was proposed. Refuse it, and propose it anew if "
                + "it is still to go out."
        case .notProposed(let state): "This notice is “\(state)” and does not wait to be let out. Look at it again."
        case .nothingToWithdraw: "This notice is not published. Only a published one can be taken back."
        case .overtaken: "Somebody else did something with this notice at the same moment. Look at it again."
        case .publisherMissing: "Say which body publishes it."
        }
    }
}
