import Access
import Mechanisms
import Registry
import Vocabulary

/// What would be done together, and what would not and why; for `workbench-together.mustache`.
struct BulkPage: Sendable {
    struct Row: Sendable {
        let record: String
        let version: String
        let href: String
        let name: String
        let state: StateBadge
        let reasons: [String]
    }

    let action: String
    let doneTitle: String
    let rows: [Row]
    let hasRows: Bool
    let noneTitle: String
    let refusedTitle: String
    let refused: [Row]
    let hasRefused: Bool
    let controls: [FieldControl]
    let effective: StepForm.FieldLine
    let reason: StepForm.FieldLine
    let errors: [StepForm.ErrorLine]
    let hasErrors: Bool
    let errorTitle: String
    let step: String
    let key: String
    let send: String
    let look: String
    let cancel: String
    let cancelHref: String
    let tokenField: String
    let token: String
    let marking: Access.Marking?

    init(_ bulk: Bulk, _ visit: Visit) throws {
        let wording = visit.wording
        // Before anything was sent back, nothing is a mistake.
        let problems = visit.exchange.form["act"] == nil ? [] : bulk.problems
        let names = try Names(in: bulk.candidates.map(\.view), visit)
        marking = names.marking
        func row(_ candidate: Bulk.Candidate) -> Row {
            Row(
                record: candidate.view.record.description, version: String(candidate.view.version),
                href: WorkbenchPaths.record(candidate.view.record), name: names.name(of: candidate.view),
                state: StateBadge(candidate.view.state, of: bulk.mechanism, wording),
                reasons: bulk.reasons(candidate, visit))
        }
        action = WorkbenchPaths.bulk(bulk.mechanism.name)
        let ready = bulk.candidates.filter(\.offer.isOpen)
        rows = ready.map(row)
        hasRows = !rows.isEmpty
        doneTitle = wording.counted("bulk.ready", rows.count)
        noneTitle = wording["bulk.none"]
        refused = bulk.candidates.filter { !$0.offer.isOpen }.map(row)
        hasRefused = !refused.isEmpty
        refusedTitle = wording.counted("bulk.refused", refused.count)
        let demanded = bulk.mechanism.fields.filter { bulk.transition.demanded.contains($0.name) }
        if let first = ready.first?.view.record, !demanded.isEmpty {
            let task = try StepTask(on: first, bulk.transition.name, visit)
            let form = try FormContext(task, bulk.input, visit)
            controls = demanded.map { FieldControl($0, task, bulk.input, problems, form) }
        } else {
            controls = []
        }
        effective = StepForm.line(
            "effective", bulk.input, problems, isRequired: true, hint: wording["step.effective-hint"], wording)
        reason = StepForm.line(
            "reason", bulk.input, problems, isRequired: bulk.transition.needsReason, hint: "", wording)
        errors = problems.map { StepForm.ErrorLine(href: "#f-\($0.field ?? "reason")", text: $0.text) }
        hasErrors = !errors.isEmpty
        errorTitle = wording.counted("step.errors", errors.count)
        (step, key) = (bulk.transition.name, bulk.input["key"] ?? "")
        send = wording.step(bulk.mechanism, bulk.transition)
        (look, cancel) = (wording["bulk.look"], wording["step.cancel"])
        cancelHref = WorkbenchPaths.list(bulk.mechanism.name)
        (tokenField, token) = (FormToken.field, visit.exchange.formToken)
    }
}

/// What became of each record, for `workbench-together-done.mustache`.
struct BulkResultPage: Sendable {
    let doneTitle: String
    let done: [BulkPage.Row]
    let hasDone: Bool
    let leftTitle: String
    let left: [BulkPage.Row]
    let hasLeft: Bool
    let back: String
    let backHref: String
    let marking: Access.Marking?

    init(_ outcomes: [Bulk.Outcome], _ bulk: Bulk, _ visit: Visit) throws {
        let names = try Names(in: outcomes.map(\.view), visit)
        marking = names.marking
        func row(_ outcome: Bulk.Outcome) -> BulkPage.Row {
            BulkPage.Row(
                record: outcome.view.record.description, version: "", href: WorkbenchPaths.record(outcome.view.record),
                name: names.name(of: outcome.view),
                state: StateBadge(
                    outcome.isDone ? bulk.transition.to : outcome.view.state, of: bulk.mechanism, visit.wording),
                reasons: outcome.reasons)
        }
        done = outcomes.filter(\.isDone).map(row)
        left = outcomes.filter { !$0.isDone }.map(row)
        (hasDone, hasLeft) = (!done.isEmpty, !left.isEmpty)
        doneTitle = visit.wording.counted("bulk.done", done.count)
        leftTitle = visit.wording.counted("bulk.left", left.count)
        back = visit.wording.filled("bulk.back", ["kind": visit.wording.many(bulk.mechanism)])
        backHref = WorkbenchPaths.list(bulk.mechanism.name)
    }
}
