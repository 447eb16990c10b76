// Goals, in order: (1) who sees the tags of one file learns nothing of it but its size: no tag occurs twice, every record
// has the same number, and a missing one looks like any other; (2) records of one person share tags though names and
// dates are misspelt; (3) what a shared tag is worth is told by the file itself, without labels.

/// The keys of all records of one agency, in the clear: only their tags leave it.
package struct MatchKeys {
    let plan: KeyPlan
    /// How often two different persons share keys, by what they agree in.
    let chance: ChanceAgreement
    /// Of each record, its person.
    let persons: [Int]
    private let table: RecordTable
    /// Record after record, whether the slot's key is sent: it is there, and of this record only.
    private let isSent: [Bool]

    /// - Parameter persons: Of each record, the number of its person, as ``LinkRun`` or the agency itself found it.
    /// - Throws: ``LinkageFailure/tooFewFields(roles:)`` where no two fields can be put together.
    package init(_ table: RecordTable, persons: [Int]) throws(LinkageFailure) {
        let plan = KeyPlan(KeyField.fields(of: table))
        guard !plan.slots.isEmpty else { throw .tooFewFields(roles: plan.roles) }
        self.plan = plan
        self.persons = persons
        self.table = table
        var hashes: [UInt64] = []
        hashes.reserveCapacity(table.count * plan.slots.count)
        for record in 0..<table.count {
            for text in plan.texts(of: record, in: table) {
                hashes.append(text.map { mixed(KeySlot.hash($0)) | 1 } ?? 0)
            }
        }
        let keys = RepeatedKeys(hashes, plan: plan, persons: persons)
        chance = keys.chance
        isSent = keys.single
    }

    /// Persons all of whose keys are known of somebody else too: no partner can find them.
    package var unfindable: Int {
        let found = (0..<count).filter { isSent[$0 * slotCount..<($0 + 1) * slotCount].contains(true) }
        return personCount - Set(found.map { persons[$0] }).count
    }

    /// How many records there are.
    package var count: Int { table.count }

    /// How many persons there are.
    package var personCount: Int { Set(persons).count }

    /// How many tags a record has.
    package var slotCount: Int { plan.slots.count }

    /// The text of each slot's key; nil for what is missing, or known of two persons.
    func texts(of record: Int) -> [[UInt8]?] {
        let start = record * plan.slots.count
        return plan.texts(of: record, in: table).enumerated().map { isSent[start + $0.offset] ? $0.element : nil }
    }
}
