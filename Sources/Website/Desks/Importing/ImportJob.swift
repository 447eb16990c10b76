import Access
import Intake
import Registry
import Vocabulary

/// One file that somebody brings in at the desk: first looked at, then, when they say so, brought in.
struct ImportJob: Sendable {
    /// What is being done with the file.
    enum Work: String, Sendable {
        /// Everything is decided and nothing written.
        case check
        case bringIn = "bring-in"
    }

    enum Stage: Sendable {
        case waiting
        case running
        case ended(ImportResult)
    }

    let id: String
    let asking: Asking
    let source: ImportSource
    let file: UploadedFile
    let takenAt: Timestamp
    /// In whose words the file of held-back rows speaks.
    let wording: FindingWording
    var work = Work.check
    var stage = Stage.waiting
    var notes: ImportNotes

    var result: ImportResult? { if case .ended(let result) = stage { result } else { nil } }

    /// Whether the next step is to bring in what was looked at.
    var isReady: Bool {
        guard work == .check, let result, result.outcome == .done else { return false }
        return (result.summary?.accepted ?? 0) > 0
    }

    /// Whose it is: nobody else learns that there is such an import.
    func belongs(to actor: Actor) -> Bool {
        asking.actor.account == actor.account && asking.actor.organisation == actor.organisation
            && asking.actor.function == actor.function
    }
}

/// How an import ended.
struct ImportResult: Sendable {
    let outcome: ImportOutcome
    let summary: ImportSummary?
    let events: Int?
    /// Of what stood in the way: `I104`.
    let failure: String?
}
