import Vocabulary

/// The form of one transition, made from the book: nobody writes a form.
package struct FormModel: Sendable, Hashable {
    package let mechanism: String
    package let transition: String
    /// Labels are in the language asked for.
    package let title: String
    package let action: String
    package let entries: [Entry]
    /// What must hold before the step may be taken, said before the person runs into it.
    package let needs: [String]

    package struct Entry: Sendable, Hashable {
        package let field: String
        package let label: String
        package let control: Control
        package let isRequired: Bool
        /// Shown only to those whose grant reaches this level; the name of the `Sensitivity` case.
        package let sensitivity: String
    }

    package enum Control: Sendable, Hashable {
        case text
        case choice([Option])
        case choices([Option])
        case period
        case integer(ClosedRange<Int>)
        case yesOrNo
        case record(of: String)
        case records(of: String)
    }

    package struct Option: Sendable, Hashable {
        package let code: String
        package let label: String
    }
}

extension Book {
    /// The form for taking a transition, in a language; nil where the mechanism has no such transition.
    package func form(for mechanism: String, transition: String, in language: String) -> FormModel? {
        guard let found = self.mechanism(mechanism), let step = found.transition(transition) else { return nil }
        let entries = found.fields(changedBy: step).map { field in
            FormModel.Entry(
                field: field.name, label: labels.text(TextKey.field(mechanism, field.name), in: language),
                control: control(for: field, in: language),
                isRequired: (step.opensRecord && field.isRequired) || step.demanded.contains(field.name),
                sensitivity: "\(field.sensitivity)")
        }
        return FormModel(
            mechanism: mechanism, transition: transition, title: labels.text(TextKey.title(mechanism), in: language),
            action: labels.text(TextKey.transition(mechanism, transition), in: language), entries: entries,
            needs: step.needs.map { labels.text(TextKey.guardWord(type(of: $0).key), in: language) })
    }

    private func control(for field: Field, in language: String) -> FormModel.Control {
        switch field.kind {
        case .text: .text
        case .code(let list): .choice(options(of: list, in: language))
        case .codes(let list): .choices(options(of: list, in: language))
        case .period: .period
        case .integer(let range): .integer(range)
        case .boolean: .yesOrNo
        case .link(let mechanism): .record(of: mechanism)
        case .links(let mechanism): .records(of: mechanism)
        }
    }

    /// Codes offered for new values: retired ones are not.
    private func options(of list: String, in language: String) -> [FormModel.Option] {
        codeLists[list]?.codes.filter { !$0.isRetired }
            .map { FormModel.Option(code: $0.id, label: labels.text(TextKey.code(list, $0.id), in: language)) } ?? []
    }
}
