package import Access
import Ledger
package import Mechanisms
package import Vocabulary

/// A record as one actor may see it: what is withheld is there as withheld, never left out silently.
package struct RecordView: Sendable, Hashable {
    package let mechanism: String
    package let record: RecordID
    package let version: Int
    package let state: String
    package let effective: Period
    /// The organisation that it belongs to; nil where it belongs to none.
    package let owner: RecordID?
    package let relations: Set<Relation>
    /// The policy row that let it be seen.
    package let rule: String
    /// The highest level that this actor may see of it.
    package let ceiling: Sensitivity
    package let isClosed: Bool
    /// The least marking that a print of this view carries.
    package let marking: Marking
    /// In the order of the book.
    package let fields: [FieldView]

    package struct FieldView: Sendable, Hashable {
        package let name: String
        package let sensitivity: Sensitivity
        package let content: Content
    }

    package enum Content: Sendable, Hashable {
        case shown(FieldValue)
        /// There is a value, and this actor may not see it.
        case withheld
        /// The person was erased; nobody can read it any more.
        case erased
        /// Not reported.
        case absent
    }

    /// The content of the field of that name; absent where the mechanism has none.
    package func content(_ field: String) -> Content { fields.first { $0.name == field }?.content ?? .absent }

    /// The value of a field that is shown.
    package func value(_ field: String) -> FieldValue? {
        if case .shown(let value) = content(field) { value } else { nil }
    }
}

extension RecordView {
    /// - Parameter state: With identities opened as far as `grant` reaches; those still sealed are erased ones.
    /// - Parameter hidden: Fields that are withheld because they are said apart from one another.
    init(_ state: RecordState, at standpoint: Standpoint, under grant: Grant, hiding hidden: Set<String>) {
        self.mechanism = state.mechanism
        record = state.record
        version = state.version
        self.state = state.state
        effective = state.effective
        owner = standpoint.row.owner
        relations = standpoint.row.relations
        (rule, ceiling) = (grant.rule, grant.ceiling)
        isClosed = standpoint.mechanism.closedStates.contains(state.state)
        fields = standpoint.mechanism.fields.map { field in
            let content: Content =
                switch state.fields[field.name] {
                case nil: .absent
                case _ where field.sensitivity > grant.ceiling || hidden.contains(field.name): .withheld
                case .sealed: .erased
                case let value?: .shown(value)
                }
            return FieldView(name: field.name, sensitivity: field.sensitivity, content: content)
        }
        marking = RecordView.marking(of: fields)
    }

    private static func marking(of fields: [FieldView]) -> Marking {
        let shown = fields.filter { if case .shown = $0.content { true } else { false } }
        return Marking(showing: shown.map(\.sensitivity).max() ?? .open)
    }
}

extension RecordView {
    /// The same view with these fields only.
    init(_ view: RecordView, keeping fields: [FieldView]) {
        mechanism = view.mechanism
        record = view.record
        version = view.version
        state = view.state
        effective = view.effective
        owner = view.owner
        relations = view.relations
        (rule, ceiling) = (view.rule, view.ceiling)
        isClosed = view.isClosed
        marking = RecordView.marking(of: fields)
        self.fields = fields
    }
}
