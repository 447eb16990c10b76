import Vocabulary

/// W461–W469: why nothing is released or withdrawn.
package enum ReleasingRefusal: CodedFailure, Hashable {
    /// W461: another release was published since the draft was made, and the gate has not seen it.
    case draftOutdated(number: Int)
    /// W462: whoever asked for the draft, or the end of the house, stopped it.
    case stopped
    /// W463: there is no such release, or it was withdrawn before.
    case nothingToWithdraw(number: Int)

    package var code: String {
        switch self {
        case .draftOutdated: "W461"
        case .stopped: "W462"
        case .nothingToWithdraw: "W463"
        }
    }

    package var message: String {
        switch self {
        case .draftOutdated(let number):
            "Release \(number) was published since this draft was made, and what it shows could be set against it. Make "
                + "the draft again."
        case .stopped: "The draft was stopped. Nothing was published. Make it again when you want it."
        case .nothingToWithdraw(let number): "There is no release \(number) that could be withdrawn. List the releases."
        }
    }
}
