import Mechanisms
import Registry

/// A field with its label and what it holds.
struct RecordPageLine: Sendable {
    let label: String
    let value: ShownValue

    /// Every field that holds something or is withheld, in the order of the book.
    static func lines(
        of view: RecordView, _ mechanism: Mechanism, _ names: Names, _ wording: Wording
    ) -> [RecordPageLine] {
        view.fields.filter { $0.content != .absent }.map { line($0, mechanism, names, wording) }
    }

    static func line(
        _ field: RecordView.FieldView, _ mechanism: Mechanism, _ names: Names, _ wording: Wording
    ) -> RecordPageLine {
        RecordPageLine(
            label: wording.field(mechanism, field.name),
            value: ShownValue(field.content, of: mechanism.field(field.name), names, wording))
    }
}
