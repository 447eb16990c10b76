import Access
import Mechanisms
import Registry
import Vocabulary

/// A form that is not sent yet: where it belongs, and what stands in it.
struct Draft: Sendable {
    let id: String
    let mechanism: String
    let transition: String
    /// Nil where the form opens a record.
    let record: RecordID?
    let savedAt: Timestamp
    var input: StepInput

    init(id: String?, of task: StepTask, _ input: StepInput, _ visit: Visit) {
        var random = SystemRandomNumberGenerator()
        self.id = id ?? RecordID(at: visit.exchange.moment, using: &random).description
        mechanism = task.mechanism.name
        transition = task.transition.name
        record = task.present?.record
        savedAt = visit.exchange.moment
        self.input = input
    }

    /// As the shelf has it; nil for what is none.
    init?(_ paper: SealedShelf.Paper) {
        guard case .object(let members)? = try? JSONReader.read(paper.bytes) else { return nil }
        var texts: [String: String] = [:]
        var fields: [Fields.Field] = []
        for member in members {
            switch member.value {
            case .text(let text): texts[member.name] = text
            case .array(let pairs): fields = pairs.compactMap(Draft.field)
            default: break
            }
        }
        guard let mechanism = texts["mechanism"], let transition = texts["transition"],
            let savedAt = texts["saved-at"].flatMap({ Timestamp($0) })
        else { return nil }
        id = paper.id
        self.mechanism = mechanism
        self.transition = transition
        record = texts["record"].flatMap { RecordID($0) }
        self.savedAt = savedAt
        input = StepInput(Fields(fields))
    }

    private static func field(_ pair: JSON) -> Fields.Field? {
        guard case .array(let texts) = pair, texts.count == 2, case .text(let name) = texts[0],
            case .text(let value) = texts[1]
        else { return nil }
        return Fields.Field(name: name, value: value)
    }

    func keep(_ visit: Visit) throws(WorkbenchRefusal) {
        let pairs = input.fields.all.map { JSON.array([.text($0.name), .text($0.value)]) }
        let json = JSON.members([
            "mechanism": .text(mechanism), "transition": .text(transition),
            "record": record.map { .text($0.description) } ?? .null, "saved-at": .text(savedAt.description),
            "fields": .array(pairs),
        ])
        try visit.workbench.shelf.put(
            Array(json.text().utf8), as: .draft, id, of: visit.asking.actor.account, about: persons(visit))
    }

    /// Of whom it speaks: whoever the record and the links in the form lead to, and whoever it would register.
    private func persons(_ visit: Visit) throws(WorkbenchRefusal) -> Set<RecordID> {
        let named = input.fields.all.compactMap { RecordID($0.value) } + [record].compactMap(\.self)
        var persons = try visit.persons(namedBy: Set(named))
        if record == nil, visit.book.mechanism(mechanism)?.subject == .itself, let coming = input.key {
            persons.insert(coming)
        }
        return persons
    }

    /// The draft that an address names, of whoever asks.
    ///
    /// - Throws: ``WorkbenchRefusal/noSuchDraft``.
    static func named(_ id: String, _ visit: Visit) throws(WorkbenchRefusal) -> Draft {
        guard let bytes = visit.workbench.shelf.get(.draft, id, of: visit.asking.actor.account),
            let draft = Draft(SealedShelf.Paper(id: id, bytes: bytes))
        else { throw .noSuchDraft }
        return draft
    }

    /// Where it is filled in.
    var path: String {
        let form =
            record.map { WorkbenchPaths.step($0, transition) } ?? WorkbenchPaths.new(mechanism, transition)
        return "\(form)?draft=\(id)"
    }
}
