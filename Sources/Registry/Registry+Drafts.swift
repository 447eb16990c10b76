import Access
import Ledger
import Mechanisms
package import Vocabulary

extension Registry {
    /// Whom records speak of and who is not erased, for those who keep something about them outside of the ledger: it is
    /// to be sealed under a key that is bound to them, so that it goes with them.
    ///
    /// A person is spoken of by their own record, by whatever names them, and by what belongs to a case or an incident
    /// that names them. Only ids leave here, for a seal and no page.
    package func persons(namedBy records: Set<RecordID>) throws -> Set<RecordID> {
        var found: Set<RecordID> = []
        for record in records.sorted() { found.formUnion(try persons(of: record)) }
        return found.isEmpty ? [] : found.subtracting(try ledger.erased())
    }

    /// Goes out from the record until it meets persons: what it names and what names it, three times at most.
    private func persons(of record: RecordID) throws -> Set<RecordID> {
        guard let first = try ledger.record(record), isPersonal(first) else { return [] }
        if isPerson(first) { return [record] }
        var seen: Set<RecordID> = [record]
        var nearest = [first]
        for _ in 0..<Registry.stepsToPersons {
            let named = try nearest.flatMap { state in
                try state.fields.values.flatMap(\.linked).compactMap { try ledger.record($0) }
            }
            let persons = named.filter(isPerson).map(\.record)
            if !persons.isEmpty { return Set(persons) }
            let beside = try nearest.flatMap { try ledger.records(pointingTo: $0.record) }
            nearest = (named + beside).filter { isPersonal($0) && seen.insert($0.record).inserted }
        }
        return []
    }

    private static let stepsToPersons = 3

    private func isPerson(_ state: RecordState) -> Bool { book.mechanism(state.mechanism)?.subject == .itself }

    /// Whether it is about persons at all: an organisation leads to everybody.
    private func isPersonal(_ state: RecordState) -> Bool {
        switch book.mechanism(state.mechanism)?.matter {
        case .victims, .sharing, .protectionOfData: true
        case .cooperation, .network, .numbers, .plans, .questionnaires, .library, .register, nil: false
        }
    }
}
