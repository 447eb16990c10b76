import Access
import Mechanisms
import Registry
import Vocabulary

/// What an erasure takes and leaves, and the second look before it, for `workbench-protection-erase.mustache`.
struct ErasurePage: Sendable {
    /// What somebody sent, and what stands in its way.
    struct Answer: Sendable {
        enum Problem: String, Sendable {
            case reason, confirmation, held
        }

        let reason: String
        let typed: String
        private(set) var problems: [Problem]

        init(_ form: Fields, for person: RecordID) {
            reason = form["reason"] ?? ""
            typed = (form["confirmation"] ?? "").filter { !$0.isWhitespace }
            problems = reason.allSatisfy(\.isWhitespace) ? [.reason] : []
            if typed.uppercased() != Names.short(person) { problems.append(.confirmation) }
        }

        func with(_ problem: Problem) -> Answer {
            var answer = self
            answer.problems.append(problem)
            return answer
        }
    }

    struct StayingLine: Sendable {
        let kind: String
        let name: String
    }

    let title: String
    let level: Access.Marking
    let isErased: Bool
    let erased: String
    let copies: String
    let isHeld: Bool
    let held: String
    let holds: [ListPage.Link]
    let mayErase: Bool
    let errors: [StepForm.ErrorLine]
    let hasErrors: Bool
    let errorTitle: String
    let lead: String
    let goesTitle: String
    let goes: [String]
    let hasGoes: Bool
    let goesNothing: String
    let staysTitle: String
    let staysLead: String
    let stays: [StayingLine]
    let reasonLabel: String
    let reasonHint: String
    let reason: String
    let reasonError: String
    let hasReasonError: Bool
    let typedLabel: String
    let typedHint: String
    let typed: String
    let typedError: String
    let hasTypedError: Bool
    let action: String
    let send: String
    let cancel: String
    let cancelHref: String
    let tokenField: String
    let token: String

    init(of person: RecordID, _ answer: Answer?, _ visit: Visit) throws {
        let (words, wording) = (ProtectionWords(visit), visit.wording)
        let preview = try visit.registry.erasurePreview(of: person, visit.asking)
        let names = try Names(in: [preview.view] + preview.staying.map(\.view), visit)
        title = words.filled("erase.title", ["name": names.name(of: preview.view)])
        level = names.marking ?? .restricted
        (isErased, erased, copies) = (preview.isErased, words["erase.erased"], words["erase.copies"])
        isHeld = preview.holds > 0
        held = words.counted("erase.held", preview.holds)
        holds = preview.holdsInSight.map { hold in
            ListPage.Link(href: WorkbenchPaths.record(hold), text: names[hold] ?? Names.short(hold))
        }
        mayErase = !isErased && !isHeld
        errors = (answer?.problems ?? []).map { problem in
            StepForm.ErrorLine(href: "#\(problem.rawValue)", text: words["erase.problem.\(problem.rawValue)"])
        }
        hasErrors = !errors.isEmpty
        errorTitle = wording.counted("step.errors", errors.count)
        lead = words["erase.lead"]
        (goesTitle, goesNothing) = (words["erase.goes"], words["erase.goes-nothing"])
        goes = try ErasurePage.goes(preview, words, visit)
        hasGoes = !goes.isEmpty
        (staysTitle, staysLead) = (words["erase.stays"], words["erase.stays-lead"])
        stays = preview.staying.map { neighbour in
            let kind = visit.book.mechanism(neighbour.view.mechanism).map { wording.title($0) }
            return StayingLine(kind: kind ?? neighbour.view.mechanism, name: Names.short(neighbour.view.record))
        }
        (reasonLabel, reasonHint) = (wording["step.reason"], words["erase.reason-hint"])
        reason = answer?.reason ?? ""
        hasReasonError = answer?.problems.contains(.reason) ?? false
        reasonError = words["erase.problem.reason"]
        typedLabel = words.filled("erase.confirmation", ["end": Names.short(person)])
        (typedHint, typed) = (words["erase.confirmation-hint"], answer?.typed ?? "")
        hasTypedError = answer?.problems.contains(.confirmation) ?? false
        typedError = words["erase.problem.confirmation"]
        action = ProtectionPaths.erase(person)
        (send, cancel, cancelHref) = (words["erase.send"], wording["step.cancel"], ProtectionPaths.accesses(person))
        (tokenField, token) = (FormToken.field, visit.exchange.formToken)
    }

    private static func goes(_ preview: ErasurePreview, _ words: ProtectionWords, _ visit: Visit) throws -> [String] {
        let mechanism = try visit.registry.mechanism(preview.view.mechanism)
        var goes = preview.isErased ? [] : preview.fields.map { words.wording.field(mechanism, $0) }
        if preview.files > 0 { goes.append(words.counted("erase.files", preview.files)) }
        if !preview.isErased { goes.append(words["erase.drafts"]) }
        return goes
    }
}
