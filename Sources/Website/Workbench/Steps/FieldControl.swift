import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// One field of a form with what stands in it, for `workbench-control.mustache`. Of the flags exactly one is true.
struct FieldControl: Sendable {
    struct Option: Sendable {
        let id: String
        let value: String
        let text: String
        let isChosen: Bool
    }

    let field: String
    let id: String
    let name: String
    let label: String
    let isRequired: Bool
    let required: String
    let hint: String
    let hasHint: Bool
    let error: String
    let hasError: Bool
    /// Ids of hint and error, for `aria-describedby`.
    let described: String
    let isDescribed: Bool
    let value: String
    let options: [Option]
    /// Of the options those that are chosen.
    let chosen: [Option]
    let typedName: String
    let typed: String
    let act: String
    let actText: String
    /// What the person may have meant by what they typed.
    let meant: [Option]
    let hasMeant: Bool
    let isLine: Bool
    let isLong: Bool
    let isSelect: Bool
    let isRadios: Bool
    let isTicks: Bool
    let isTyped: Bool
    let isLink: Bool
    let none: String

    /// More choices than this are a select (one) or typed (many).
    static let mostRadios = 6
    static let mostTicks = 30

    private enum Shape { case line, long, select, radios, ticks, typed, link }

    init(_ field: Field, _ task: StepTask, _ input: StepInput, _ problems: [StepReading.Problem], _ form: FormContext) {
        let wording = form.wording
        self.field = field.name
        id = "f-\(field.name)"
        name = StepInput.name(of: field.name)
        label = wording.field(task.mechanism, field.name)
        isRequired = task.required.contains(field.name)
        required = wording["step.required"]
        hint = [
            FieldControl.reckoned(field, task, wording) ?? FieldControl.hint(field, wording),
            form.definition(of: label),
        ].filter { !$0.isEmpty }.joined(separator: " ")
        hasHint = !hint.isEmpty
        let errors = problems.filter { $0.field == field.name }.map(\.text)
        error = errors.joined(separator: " ")
        hasError = !errors.isEmpty
        described = [hasHint ? "\(id)-hint" : nil, hasError ? "\(id)-error" : nil].compactMap(\.self)
            .joined(separator: " ")
        isDescribed = !described.isEmpty
        let chosen = input.values(of: field.name)
        value = chosen.first ?? ""
        let (shape, options) = FieldControl.choices(field, chosen, form)
        self.options = options
        self.chosen = options.filter(\.isChosen)
        typedName = StepInput.typedName(of: field.name)
        typed = input.typed(field.name)
        act = "\(shape == .link ? "pick" : "add"):\(field.name)"
        actText =
            wording[shape == .link ? (chosen.isEmpty || field.isMany ? "step.pick" : "step.pick-other") : "step.add"]
        meant = FieldControl.meant(field, typed, hasError, wording)
        hasMeant = !meant.isEmpty
        (isLine, isLong, isSelect) = (shape == .line, shape == .long, shape == .select)
        (isRadios, isTicks, isTyped) = (shape == .radios, shape == .ticks, shape == .typed)
        isLink = shape == .link
        none = wording["step.no-choice"]
    }

    /// A day that the register reckons where nobody says another.
    private static func reckoned(_ field: Field, _ task: StepTask, _ wording: Wording) -> String? {
        task.transition.computes.first { $0.field == field.name }.map { deadline in
            let start = deadline.after.map { wording.field(task.mechanism, $0) } ?? wording["step.effective"]
            return wording.filled("step.hint-reckoned", ["field": start])
        }
    }

    private static func hint(_ field: Field, _ wording: Wording) -> String {
        switch field.kind {
        case .period: wording["step.hint-period"]
        case .integer(let range):
            wording.filled(
                "step.hint-number",
                ["from": wording.texts.digits(range.lowerBound), "to": wording.texts.digits(range.upperBound)])
        case .codes(let list) where (wording.book.codeLists[list]?.codes.count ?? 0) > mostTicks:
            wording["step.hint-typed"]
        case .code(let list) where (wording.book.codeLists[list]?.codes.count ?? 0) > mostTyped:
            wording["step.hint-typed"]
        default: ""
        }
    }

    private static let mostTyped = 60

    private static func choices(_ field: Field, _ chosen: [String], _ form: FormContext) -> (Shape, [Option]) {
        let wording = form.wording
        func option(_ value: String, _ text: String) -> Option {
            Option(id: "f-\(field.name)-\(value)", value: value, text: text, isChosen: chosen.contains(value))
        }
        switch field.kind {
        case .text:
            // Names and references are a line; what people tell at length is not.
            let isLine = field.sensitivity == .identity || field.isRequired && field.sensitivity == .open
            return (isLine ? .line : .long, [])
        case .period, .integer: return (.line, [])
        case .boolean: return (.radios, [option("true", wording["yes"]), option("false", wording["no"])])
        case .code(let list), .codes(let list):
            // A retired code that the record has stays in its form; nobody else may choose it.
            let codes = (wording.book.codeLists[list]?.codes ?? []).filter { !$0.isRetired || chosen.contains($0.id) }
            let all = codes.map { option($0.id, wording.code(list, $0.id)) }
            if field.isMany { return all.count <= mostTicks ? (.ticks, all) : (.typed, all) }
            if all.count > mostTyped { return (.typed, all) }
            return (all.count <= mostRadios ? .radios : .select, all)
        case .link(let mechanism), .links(let mechanism):
            if !field.isMany, let records = form.directory[mechanism] {
                let listed = Set(records.map(\.record.description))
                // What the record has stays in its form, though work on that has ended meanwhile.
                let others = chosen.filter { !listed.contains($0) }.compactMap { text in
                    RecordID(text).map { option(text, form.names[$0] ?? wording["value.not-yours"]) }
                }
                return (.select, records.map { option($0.record.description, $0.name) } + others)
            }
            let named = chosen.compactMap { text in
                RecordID(text).map { option(text, form.names[$0] ?? wording["value.not-yours"]) }
            }
            return (.link, named + form.companions(of: field, chosen).map { option($0.record.description, $0.name) })
        }
    }

    private static func meant(_ field: Field, _ typed: String, _ hasError: Bool, _ wording: Wording) -> [Option] {
        guard hasError, let list = field.codeList, case .several(let codes) = CodeFinder(list, wording).find(typed)
        else { return [] }
        return codes.map {
            Option(id: "m-\(field.name)-\($0)", value: $0, text: wording.code(list, $0), isChosen: false)
        }
    }
}
