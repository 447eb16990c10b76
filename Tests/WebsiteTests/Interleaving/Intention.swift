import Vocabulary

/// What somebody wants, from the first look until they give up: one intention makes one change, or none.
struct Intention {
    enum Told: Equatable {
        case nothing
        case done
        /// Somebody was faster, or something has to be set right: it may be sent again.
        case notYet
        /// It cannot be done any more.
        case refused
    }

    /// Given as the reason, by which its event is known again.
    let mark: String
    let post: WorkbenchSamples.Post
    let mechanism: String
    let transition: String
    /// Nil for an opening.
    let record: RecordID?
    /// Texts by field: all that the person ever wrote.
    var edited: [String: [String]] = [:]
    /// Records that go along with a hand-over.
    var along: [String] = []
    /// Versions that the person had before their eyes when they sent.
    var versionsSeen: Set<Int> = []
    var told = Told.nothing
    /// Whether some request of it went out whose answer nobody heard.
    var hasLostAnswer = false
}

/// A form, or a record read through the interface, that somebody has before their eyes.
struct Held {
    let intention: Int
    /// Where it is sent.
    let path: String
    /// The fields of a form; nil for the interface.
    var form: FilledForm?
    /// The record's version as its reader saw it; 0 for an opening.
    var version: Int
    /// Kept until it is answered: the same request goes out again.
    var request: Asked?
    let key: String
}
