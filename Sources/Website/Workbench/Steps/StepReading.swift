import Mechanisms
import Publication
import Registry
import Vocabulary

/// A form's input read into what changes, with everything that cannot be read.
struct StepReading: Sendable {
    /// Something to set right, beside its field or above the form.
    struct Problem: Sendable, Hashable {
        /// Nil where it is about the step as a whole.
        let field: String?
        let text: String
    }

    private(set) var changes: [String: FieldValue] = [:]
    private(set) var problems: [Problem] = []
    private(set) var effective: Period?

    init(_ input: StepInput, for task: StepTask, _ wording: Wording) {
        for field in task.fields { read(field, input, task, wording) }
        effective = Period(input["effective"] ?? "")
        if effective == nil { problems.append(Problem(field: "effective", text: wording["problem.period"])) }
        if task.transition.needsReason, (input["reason"] ?? "").allSatisfy(\.isWhitespace) {
            problems.append(Problem(field: "reason", text: wording["problem.M111"]))
        }
    }

    private mutating func read(_ field: Field, _ input: StepInput, _ task: StepTask, _ wording: Wording) {
        var texts = input.values(of: field.name)
        let typed = input.typed(field.name)
        if let list = field.codeList, !typed.allSatisfy(\.isWhitespace) {
            switch CodeFinder(list, wording).find(typed) {
            case .found(let code): texts = field.isMany ? texts + (texts.contains(code) ? [] : [code]) : [code]
            case .several, .none:
                return problems.append(Problem(field: field.name, text: wording["problem.typed"]))
            }
        }
        let before = task.seen[field.name]
        switch FieldText.value(texts, of: field) {
        case .failure:
            problems.append(Problem(field: field.name, text: wording[StepReading.key(of: field)]))
        case .success(nil):
            if task.required.contains(field.name) {
                problems.append(Problem(field: field.name, text: wording["problem.M109"]))
            } else if before != nil, !task.saidEachTime.contains(field.name) {
                problems.append(Problem(field: field.name, text: wording["problem.emptied"]))
            }
        case .success(let value?):
            if value != before || task.saidEachTime.contains(field.name) { changes[field.name] = value }
        }
    }

    private static func key(of field: Field) -> String {
        switch field.kind {
        case .period: "problem.period"
        case .integer: "problem.number"
        case .link, .links: "problem.link"
        default: "problem.M106"
        }
    }

    /// The command, where everything could be read.
    func command(_ task: StepTask, _ input: StepInput) -> Command? {
        guard problems.isEmpty, let effective, let key = input.key else { return nil }
        return Command(
            mechanism: task.mechanism.name, record: task.present?.record ?? key, transition: task.transition.name,
            expectedVersion: task.present == nil ? 0 : input.version, changes: changes, effective: effective,
            reason: input["reason"].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 })
    }
}

extension Field {
    /// Whether it holds any number of values.
    var isMany: Bool {
        switch kind {
        case .codes, .links: true
        default: false
        }
    }
}

extension Wording {
    /// What the book or the interpreter refuses, as problems of the form. The refusal's own words are for programs; here
    /// each kind has its text in the language of the person.
    func problems(_ refusal: Mechanisms.Refusal, _ mechanism: Mechanism) -> [StepReading.Problem] {
        refusal.problems.map { problem in
            let text =
                texts.text("workbench.problem.\(problem.code)") ?? filled("problem.other", ["code": problem.code])
            let isHere = problem.field.map { mechanism.field($0) != nil } ?? false
            let field = isHere ? problem.field : problem.kind == .missingReason ? "reason" : nil
            return StepReading.Problem(field: field, text: text)
        }
    }
}
