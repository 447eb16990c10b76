import Access
import Mechanisms
import Registry
import Vocabulary

/// The form by which a case is handed over, for `workbench-hand-over.mustache`.
struct HandOverPage: Sendable {
    struct Choice: Sendable {
        let id: String
        let value: String
        let text: String
        let isChosen: Bool
    }

    let action: String
    let lead: String
    let errors: [StepForm.ErrorLine]
    let hasErrors: Bool
    let errorTitle: String
    let receiverLabel: String
    let receivers: [Choice]
    let receiverError: String
    let hasReceiverError: Bool
    let none: String
    let required: String
    let reason: StepForm.FieldLine
    let alongTitle: String
    let alongHint: String
    let along: [Choice]
    let hasAlong: Bool
    let nothingAlong: String
    let shareTitle: String
    let controls: [FieldControl]
    let hidden: [StepForm.Hidden]
    let send: String
    let cancel: String
    let cancelHref: String
    let tokenField: String
    let token: String

    /// Of a share, what a hand-over asks for; receiver and records are asked for in their own way.
    private static let asked = ["packet", "purpose", "basis", "consent", "legal-basis", "marking", "expires-on"]

    init(_ handOver: HandOver, _ visit: Visit) throws {
        let wording = visit.wording
        let record = handOver.matter.record
        action = WorkbenchPaths.handOver(record)
        lead = wording["hand-over.lead"]
        errors = handOver.problems.map { problem in
            StepForm.ErrorLine(href: problem.field.map { "#f-\($0)" } ?? "#content", text: problem.text)
        }
        hasErrors = !errors.isEmpty
        errorTitle = wording.counted("step.errors", errors.count)
        receivers = HandOverPage.receivers(chosen: handOver.input["receiver"], handOver, visit)
        receiverLabel = wording["hand-over.receiver"]
        receiverError = handOver.problems.filter { $0.field == "receiver" }.map(\.text).joined(separator: " ")
        hasReceiverError = !receiverError.isEmpty
        (none, required) = (wording["step.no-choice"], wording["step.required"])
        let input = StepInput(handOver.input)
        reason = StepForm.line("reason", input, handOver.problems, isRequired: true, hint: "", wording)
        along = try HandOverPage.along(handOver, visit)
        hasAlong = !along.isEmpty
        (alongTitle, alongHint) = (wording["hand-over.along"], wording["hand-over.along-hint"])
        nothingAlong = wording["hand-over.nothing-along"]
        shareTitle = wording["hand-over.share"]
        let form = try FormContext(handOver.share, input, visit)
        controls = handOver.share.fields.filter { HandOverPage.asked.contains($0.name) }.map {
            FieldControl($0, handOver.share, input, handOver.problems, form)
        }
        hidden = ["key", "version"].compactMap { name in
            handOver.input[name].map { StepForm.Hidden(name: name, value: $0) }
        }
        (send, cancel) = (wording["hand-over.send"], wording["step.cancel"])
        cancelHref = WorkbenchPaths.record(record)
        (tokenField, token) = (FormToken.field, visit.exchange.formToken)
    }

    /// Posts by organisation; where no post answers for the record yet, organisations alone as well.
    private static func receivers(chosen: String?, _ handOver: HandOver, _ visit: Visit) -> [Choice] {
        let directory = visit.registry.directory
        let hasPost = HandOver.postField(handOver.task.mechanism).map { handOver.matter.value($0) != nil } ?? false
        let houses = directory.organisations.values.filter { $0.isActive && $0.id != handOver.matter.owner }
        return houses.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.flatMap { house -> [Choice] in
            let posts = directory.posts.values.filter { $0.organisation == house.id && $0.isOpen }
                .sorted { $0.id < $1.id }.map { post in
                    let title = post.title ?? visit.wording.function(post.kind.rawValue)
                    return (post.id.description, "\(house.name) – \(title)")
                }
            let all = (hasPost ? [] : [(house.id.description, house.name)]) + posts
            return all.map { Choice(id: "to-\($0.0)", value: $0.0, text: $0.1, isChosen: $0.0 == chosen) }
        }
    }

    /// What names the case, and the persons whom that names, as far as it may be given to others.
    private static func along(_ handOver: HandOver, _ visit: Visit) throws -> [Choice] {
        let rows = try Belongings.of(handOver.matter, visit).filter {
            visit.registry.mayExport($0, visit.asking) && $0.mechanism != "share"
        }
        let names = try Names(in: rows, visit)
        let name = StepInput.name(of: "records")
        let chosen =
            handOver.input["shown"] == nil
            ? Set(rows.map(\.record.description)) : Set(handOver.input.values(of: name))
        return rows.map { view in
            let id = view.record.description
            return Choice(id: "along-\(id)", value: id, text: names.heading(of: view), isChosen: chosen.contains(id))
        }
    }
}
