/// Which forms of which fields are put together to keys: the same for all parties of a run.
///
/// A record has one slot for each; what a slot says is known from its place, not from its tag.
struct KeyPlan: Hashable {
    /// One combination of forms; a field alone has itself as the other.
    struct Slot: Hashable {
        let first: Int
        let firstForm: Int
        let second: Int
        let secondForm: Int
    }

    let fields: [KeyField]
    let slots: [Slot]

    init(_ fields: [KeyField]) {
        self.fields = fields
        var slots: [Slot] = []
        for first in fields.indices {
            if KeyPlan.alone.contains(fields[first].role) {
                slots.append(Slot(first: first, firstForm: 0, second: first, secondForm: 0))
            }
            for second in fields.indices where second > first {
                let isPrincipal = fields[first].isPrincipal && fields[second].isPrincipal
                for form in 0..<fields[first].forms {
                    for other in 0..<fields[second].forms where isPrincipal || form == 0 || other == 0 {
                        slots.append(Slot(first: first, firstForm: form, second: second, secondForm: other))
                    }
                }
            }
        }
        self.slots = slots
    }

    /// The plan that a packet's roles stand for.
    init(roles: [Role]) {
        self.init(roles.map { KeyField(role: $0, kind: KeyField.kind(of: $0), places: []) })
    }

    /// A number of a document or a telephone names a person by itself.
    private static let alone: Set<Role> = [.document, .phone]

    /// The roles, in order: what parties must agree on.
    var roles: [String] { fields.map(\.role.rawValue) }

    /// The text of each slot's key; nil where a form is missing, or where a slot before gives the same.
    func texts(of record: Int, in table: RecordTable) -> [[UInt8]?] {
        let forms = fields.map { $0.forms(of: record, in: table) }
        var seen: Set<[UInt8]> = []
        return slots.map { slot in
            guard let first = forms[slot.first][slot.firstForm], let second = forms[slot.second][slot.secondForm]
            else { return nil }
            let text = KeyPlan.text(
                fields[slot.first], first, fields[slot.second], second, isAlone: slot.first == slot.second)
            return seen.insert(text).inserted ? text : nil
        }
    }

    /// Two names make one text in either order, and a name with a date the same whichever name it is: names that were
    /// entered in each other's column meet.
    private static func text(
        _ one: KeyField, _ first: [UInt8], _ other: KeyField, _ second: [UInt8], isAlone: Bool
    ) -> [UInt8] {
        func mark(_ field: KeyField) -> UInt8 {
            field.kind == .name ? 0xF0 : UInt8(Role.allCases.firstIndex(of: field.role) ?? 0)
        }
        if isAlone { return [0xE0, mark(one)] + first }
        let isTurned = one.kind == .name && other.kind == .name && second.lexicographicallyPrecedes(first)
        let (left, right) = isTurned ? (second, first) : (first, second)
        return [mark(one), mark(other), UInt8(truncatingIfNeeded: left.count)] + left + right
    }

    /// Slots that say the same of a shared key: of the same fields, whole or not. Within such a class a record's tags are
    /// shuffled, so that nobody sees which letter was left out.
    var classes: [[Int]] {
        var classes: [[Int]: [Int]] = [:]
        for (place, slot) in slots.enumerated() {
            let key = [slot.first, slot.second, slot.firstForm == 0 ? 1 : 0, slot.secondForm == 0 ? 1 : 0]
            classes[key, default: []].append(place)
        }
        return classes.values.sorted { $0[0] < $1[0] }
    }

    /// What two records agree in, as far as one shared key shows it.
    func agreement(_ one: Int, _ other: Int) -> [(field: Int, isExact: Bool)] {
        let (slot, against) = (slots[one], slots[other])
        let isSame = slot.first == against.first && slot.second == against.second
        let first = (slot.first, isSame && slot.firstForm == 0 && against.firstForm == 0)
        guard slot.first != slot.second else { return [first] }
        return [first, (slot.second, isSame && slot.secondForm == 0 && against.secondForm == 0)]
    }
}
