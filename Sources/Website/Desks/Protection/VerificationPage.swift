import Publication
import Registry
import Vocabulary

/// The check of the ledger, for `workbench-protection-verification.mustache`.
struct VerificationPage: Sendable {
    struct Fact: Sendable {
        let label: String
        let text: String
    }

    let title: String
    let lead: String
    let isRunning: Bool
    let progress: String
    let progressValue: String
    let progressMost: String
    let look: String
    let lookHref: String
    let stop: String
    let stopHref: String
    let hasResult: Bool
    let resultTone: String
    let result: String
    let facts: [Fact]
    let faults: [String]
    let hasFaults: Bool
    let faultsLead: String
    let action: String
    let projections: String
    let projectionsHint: String
    let start: String
    let tokenField: String
    let token: String

    init(_ state: LedgerCheck.State, _ visit: Visit) {
        let (words, texts) = (ProtectionWords(visit), visit.wording.texts)
        (title, lead) = (words["verification.title"], words["verification.lead"])
        var (events, all): (Int64, Int64) = (0, 0)
        if case .running(let done, let most) = state {
            (isRunning, events, all) = (true, done, most)
        } else {
            isRunning = false
        }
        progress = words.filled(
            "verification.progress", ["events": texts.number(Int(events)), "all": texts.number(Int(all))])
        (progressValue, progressMost) = (String(events), String(max(all, 1)))
        (look, lookHref) = (words["verification.look"], ProtectionPaths.verification)
        (stop, stopHref) = (words["verification.stop"], ProtectionPaths.verificationStop)
        var kept: CheckResult?
        switch state {
        case .never, .running: (hasResult, resultTone) = (false, "")
        case .done(let found):
            kept = found
            (hasResult, resultTone) = (true, found.isSound ? "good" : "wrong")
        case .failed: (hasResult, resultTone) = (true, "wrong")
        }
        result = VerificationPage.summary(state, words)
        facts = kept.map { VerificationPage.facts($0, words, visit) } ?? []
        faults = kept?.faults ?? []
        (hasFaults, faultsLead) = (!faults.isEmpty, words["verification.faults"])
        action = ProtectionPaths.verification
        (projections, projectionsHint) = (words["verification.projections"], words["verification.projections-hint"])
        start = words["verification.start"]
        (tokenField, token) = (FormToken.field, visit.exchange.formToken)
    }

    /// How it stands in one sentence.
    static func summary(_ state: LedgerCheck.State, _ words: ProtectionWords) -> String {
        switch state {
        case .never: return words["verification.never"]
        case .running: return words["verification.running"]
        case .failed(let code): return words.filled("verification.failed", ["code": code])
        case .done(let found):
            let moment = words.wording.moment(found.moment)
            let key = found.isSound ? "sound" : found.isComplete ? "unsound" : "stopped"
            return words.filled("verification.\(key)", ["moment": moment])
        }
    }

    private static func facts(_ found: CheckResult, _ words: ProtectionWords, _ visit: Visit) -> [Fact] {
        let texts = visit.wording.texts
        return [
            Fact(label: words["verification.events"], text: texts.number(found.events)),
            Fact(label: words["verification.through"], text: texts.number(found.soundThrough)),
            Fact(label: words["verification.checkpoints"], text: texts.number(found.checkpoints)),
            Fact(
                label: words["verification.derived"],
                text: words[found.withProjections ? "verification.compared" : "verification.not-compared"]),
        ]
    }
}
