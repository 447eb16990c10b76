import Access
import Ledger
import Mechanisms
import Vocabulary

/// The records about one person, and what in them is about somebody else.
struct SubjectCollection {
    /// The person's own records first, then the others in the order of their ids, which is that of their entry.
    let records: [RecordID]
    /// Records in sight that are not among them.
    let leftOut: Int
    private let subjects: Set<RecordID>
    /// Other persons whom the collected records name.
    private let others: Set<RecordID>
    /// Records whose texts may speak of somebody else.
    private let crowded: Set<RecordID>

    init(of subjects: Set<RecordID>, _ registry: Registry, _ asking: Asking) throws {
        var states: [RecordID: RecordState] = [:]
        func look(at record: RecordID) throws -> RecordState? {
            if let known = states[record] { return known }
            guard try registry.mayDo(asking, .list, to: record) else { return nil }
            states[record] = try registry.ledger.record(record)
            return states[record]
        }
        func beside(_ record: RecordID) throws -> [RecordID] {
            try registry.ledger.records(pointingTo: record).map(\.record)
        }
        let near = try subjects.sorted().flatMap(beside)
        let cases = try near.compactMap(look).flatMap { $0.fields.values.flatMap(\.linked) }.filter {
            try look(at: $0)?.mechanism == "case"
        }
        let candidates = Set(near + cases + (try Set(cases).flatMap(beside)))
        let found = try candidates.sorted().compactMap(look)
        let isPerson = { (record: RecordID) in
            try registry.ledger.record(record)?.mechanism == registry.personName
        }
        let named = try Dictionary(
            uniqueKeysWithValues: found.map { state in
                (state.record, Set(try state.fields.values.flatMap(\.linked).filter(isPerson)))
            })
        others = named.values.reduce(into: Set<RecordID>()) { $0.formUnion($1) }.subtracting(subjects)
        let crowdedCases = SubjectCollection.crowdedCases(found, named, subjects)
        let kept = found.filter { state in
            let matter = registry.book.mechanism(state.mechanism)?.matter
            let persons = named[state.record] ?? []
            return [.victims, .sharing].contains(matter) && state.mechanism != registry.personName
                && (persons.isEmpty || !persons.isDisjoint(with: subjects))
        }
        let others = others
        crowded = Set(
            kept.filter { state in
                let linked = Set(state.fields.values.flatMap(\.linked))
                return !linked.isDisjoint(with: others) || crowdedCases.contains(state.record)
                    || !linked.isDisjoint(with: crowdedCases)
            }.map(\.record))
        records = subjects.sorted() + kept.map(\.record)
        leftOut = found.filter { !subjects.contains($0.record) }.count - kept.count
        self.subjects = subjects
    }

    /// Cases that name somebody else, by whatever belongs to them.
    private static func crowdedCases(
        _ found: [RecordState], _ named: [RecordID: Set<RecordID>], _ subjects: Set<RecordID>
    ) -> Set<RecordID> {
        let cases = Set(found.filter { $0.mechanism == "case" }.map(\.record))
        return found.reduce(into: []) { crowded, state in
            guard !(named[state.record] ?? []).isSubset(of: subjects) else { return }
            crowded.formUnion(state.fields.values.flatMap(\.linked).filter(cases.contains))
        }
    }

    /// The record without what is about others, and the names of the fields that this touched.
    func masking(_ view: RecordView, of mechanism: Mechanism) -> (view: RecordView, masked: [String]) {
        var masked: [String] = []
        let fields = view.fields.map { field -> RecordView.FieldView in
            guard case .shown(let value) = field.content else { return field }
            let isText = mechanism.field(field.name)?.kind == .text && field.sensitivity > .open
            let content: RecordView.Content
            if isText, crowded.contains(view.record) {
                content = .withheld
            } else if !Set(value.linked).isDisjoint(with: others) {
                let rest = value.linked.filter { !others.contains($0) }
                content = rest.isEmpty ? .withheld : .shown(.links(rest))
            } else {
                return field
            }
            masked.append(field.name)
            return RecordView.FieldView(name: field.name, sensitivity: field.sensitivity, content: content)
        }
        return (RecordView(view, keeping: fields), masked)
    }
}
