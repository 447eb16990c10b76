import Access
import Mechanisms
import Publication
import Registry

/// The form of one step with every string ready, for `workbench-step.mustache`.
struct StepForm: Sendable {
    struct Group: Sendable {
        let title: String
        let controls: [FieldControl]
    }

    struct ErrorLine: Sendable {
        let href: String
        let text: String
    }

    struct Hidden: Sendable {
        let name: String
        let value: String
    }

    let action: String
    let lead: [String]
    let hasLead: Bool
    let errorTitle: String
    let errors: [ErrorLine]
    let hasErrors: Bool
    let untimely: String
    let isUntimely: Bool
    /// Who may be the person that is being registered; one member where that was asked.
    let known: [DeskSection]
    let askKnown: String
    let asksKnown: Bool
    let groups: [Group]
    let restTitle: String
    let rest: [Group]
    let hasRest: Bool
    let restIsOpen: Bool
    let stepTitle: String
    let effective: FieldLine
    let reason: FieldLine
    let hidden: [Hidden]
    let withheld: String
    let hasWithheld: Bool
    let send: String
    let keep: String
    let cancel: String
    let cancelHref: String
    let tokenField: String
    let token: String
    /// Of the record and the names that it shows.
    let marking: Access.Marking?

    /// A field of the form itself, not of the record.
    struct FieldLine: Sendable {
        let id: String
        let name: String
        let label: String
        let hint: String
        let hasHint: Bool
        let value: String
        let error: String
        let hasError: Bool
        let described: String
        let isDescribed: Bool
        let isRequired: Bool
        let required: String
        let isLong: Bool
    }

    init(
        _ task: StepTask, _ input: StepInput, _ problems: [StepReading.Problem], draft: String?,
        known: KnownList? = nil, _ visit: Visit
    ) throws {
        let wording = visit.wording
        let form = try FormContext(task, input, visit)
        marking = [task.present?.marking, form.names.marking, known?.marking].compactMap(\.self).max()
        self.known = known.map { [$0.section] } ?? []
        (askKnown, asksKnown) = (visit.known("title"), KnownCheck.isFor(task, visit))
        action = task.path + (draft.map { "?draft=\($0)" } ?? "")
        // What must be filled is said beside its field.
        let rules = task.transition.needs.filter { !($0 is Filled) && !($0 is ReasonGiven) }
        lead = rules.map { wording.need($0) }.reduce(into: []) { lines, line in
            if !lines.contains(line) { lines.append(line) }
        }
        hasLead = !lead.isEmpty
        errorTitle = wording.counted("step.errors", problems.count)
        errors = problems.map { problem in
            let label = problem.field.map { StepForm.label($0, task, wording) }
            return ErrorLine(
                href: problem.field.map { "#f-\($0)" } ?? "#content",
                text: label.map { wording.filled("step.error-at", ["field": $0, "problem": problem.text]) }
                    ?? problem.text)
        }
        hasErrors = !errors.isEmpty
        untimely = wording["step.untimely"]
        isUntimely = !task.isTimely
        let isWhole = task.transition.opensRecord || task.transition.isCorrection
        let reckoned = task.transition.computes.flatMap { [$0.field, $0.after].compactMap(\.self) }
        let named = Set(task.transition.needs.flatMap(\.fields) + reckoned).union(task.required)
        func groups(_ fields: [Field]) -> [Group] {
            FieldSection.allCases.compactMap { section in
                let controls = fields.filter { FieldSection($0) == section }.map {
                    FieldControl($0, task, input, problems, form)
                }
                return controls.isEmpty ? nil : Group(title: wording["section.\(section.rawValue)"], controls: controls)
            }
        }
        self.groups = groups(task.fields.filter { isWhole || named.contains($0.name) })
        rest = groups(task.fields.filter { !isWhole && !named.contains($0.name) })
        (restTitle, hasRest) = (wording["step.rest"], !rest.isEmpty)
        restIsOpen = rest.contains { $0.controls.contains(where: \.hasError) }
        stepTitle = wording["step.about"]
        effective = StepForm.line(
            "effective", input, problems, isRequired: true, hint: wording["step.effective-hint"], wording)
        reason = StepForm.line(
            "reason", input, problems, isRequired: task.transition.needsReason,
            hint: task.mechanism.openingAction == .breakGlass && task.present == nil
                ? wording["step.emergency-hint"] : "",
            wording)
        hidden =
            [Hidden(name: "shown", value: "1")]
            + ["key", "version", StepInput.known].compactMap { name in input[name].map { Hidden(name: name, value: $0) }
            }
        let above = task.mechanism.fields(changedBy: task.transition).filter { field in
            !task.fields.contains(field) && (task.present != nil || field.name != task.mechanism.owner)
        }
        withheld = wording.filled(
            "step.withheld",
            [
                "fields": above.map { wording.field(task.mechanism, $0.name) }
                    .joined(separator: wording.texts["site.format.separator"])
            ])
        hasWithheld = !above.isEmpty
        (send, keep, cancel) = (
            wording.step(task.mechanism, task.transition), wording["step.keep"], wording["step.cancel"]
        )
        cancelHref =
            task.present.map { WorkbenchPaths.record($0.record) } ?? visit.waySteps(task.mechanism).last?.href
            ?? WorkbenchPaths.home
        (tokenField, token) = (FormToken.field, visit.exchange.formToken)
    }

    private static func label(_ field: String, _ task: StepTask, _ wording: Wording) -> String {
        task.mechanism.field(field) == nil ? wording["step.\(field)"] : wording.field(task.mechanism, field)
    }

    /// One of the form's own fields.
    static func line(
        _ name: String, _ input: StepInput, _ problems: [StepReading.Problem], isRequired: Bool, hint: String,
        label: String? = nil, _ wording: Wording
    ) -> FieldLine {
        let error = problems.filter { $0.field == name }.map(\.text).joined(separator: " ")
        let described = [hint.isEmpty ? nil : "f-\(name)-hint", error.isEmpty ? nil : "f-\(name)-error"]
            .compactMap(\.self).joined(separator: " ")
        return FieldLine(
            id: "f-\(name)", name: name, label: label ?? wording["step.\(name)"], hint: hint, hasHint: !hint.isEmpty,
            value: input[name] ?? "", error: error, hasError: !error.isEmpty, described: described,
            isDescribed: !described.isEmpty, isRequired: isRequired, required: wording["step.required"],
            isLong: name == "reason")
    }
}
