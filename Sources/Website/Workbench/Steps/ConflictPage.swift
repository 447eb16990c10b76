import Mechanisms
import Publication
import Registry

/// Somebody was faster: theirs beside mine, field by field, with the choice which one holds; for
/// `workbench-conflict.mustache`. What I wrote travels along hidden, so that nothing is lost.
struct ConflictPage: Sendable {
    struct Line: Sendable {
        let field: String
        let label: String
        let theirs: ShownValue
        let mine: ShownValue
        let theirsId: String
        let mineId: String
    }

    let action: String
    let lead: String
    let state: StateBadge
    let stateLine: String
    let caption: String
    let fieldTitle: String
    let theirsTitle: String
    let mineTitle: String
    let takeTheirs: String
    let takeMine: String
    let lines: [Line]
    let hasLines: Bool
    let same: String
    let untimely: String
    let isUntimely: Bool
    let hidden: [StepForm.Hidden]
    let send: String
    let keep: String
    let back: String
    let backHref: String
    let tokenField: String
    let token: String

    init(_ task: StepTask, _ input: StepInput, present: RecordView, wanted: Command, draft: String?, _ visit: Visit)
        throws
    {
        let wording = visit.wording
        let mine = wanted.changes.values.flatMap(\.linked)
        let names = try Names(in: [present], besides: mine, visit)
        action = task.path + (draft.map { "?draft=\($0)" } ?? "")
        lead = wording["conflict.lead"]
        state = StateBadge(present.state, of: task.mechanism, wording)
        stateLine = wording.filled("conflict.state", ["version": wording.texts.digits(present.version)])
        (caption, fieldTitle) = (wording["conflict.caption"], wording["conflict.field"])
        (theirsTitle, mineTitle) = (wording["conflict.theirs"], wording["conflict.mine"])
        (takeTheirs, takeMine) = (wording["conflict.take-theirs"], wording["conflict.take-mine"])
        lines = task.mechanism.fields.compactMap { field in
            guard let wanted = wanted.changes[field.name], present.value(field.name) != wanted else { return nil }
            return Line(
                field: "choose.\(field.name)", label: wording.field(task.mechanism, field.name),
                theirs: ShownValue(present.content(field.name), of: field, names, wording),
                mine: ShownValue(.shown(wanted), of: field, names, wording),
                theirsId: "theirs-\(field.name)", mineId: "mine-\(field.name)")
        }
        hasLines = !lines.isEmpty
        same = wording["conflict.same"]
        isUntimely = !task.transition.from.contains(present.state)
        untimely = wording["step.untimely"]
        let carried = input.following(present, besides: Set(wanted.changes.keys), in: task)
        hidden = carried.fields.all.map { StepForm.Hidden(name: $0.name, value: $0.value) }
        send = wording.step(task.mechanism, task.transition)
        (keep, back) = (wording["step.keep"], wording["conflict.back"])
        backHref = WorkbenchPaths.record(present.record)
        (tokenField, token) = (FormToken.field, visit.exchange.formToken)
    }
}

extension StepInput {
    /// The input on top of a newer version: every field that the person did not change is as the record has it now.
    func following(_ present: RecordView, besides mine: Set<String>, in task: StepTask) -> StepInput {
        var input = self
        input.set("version", [String(present.version)])
        for field in task.fields where !mine.contains(field.name) {
            input.set(StepInput.name(of: field.name), present.value(field.name).map { FieldText.texts(of: $0) } ?? [])
        }
        return input
    }

    /// What was chosen on the page of a conflict: where theirs holds, the field is as the record has it now.
    func choosing(_ form: Fields, over present: RecordView) -> StepInput {
        var input = self
        let mark = "choose."
        for choice in form.all where choice.name.hasPrefix(mark) && choice.value == "theirs" {
            let field = String(choice.name.dropFirst(mark.count))
            input.set(StepInput.typedName(of: field), [])
            input.set(StepInput.name(of: field), present.value(field).map { FieldText.texts(of: $0) } ?? [])
        }
        return input
    }
}
