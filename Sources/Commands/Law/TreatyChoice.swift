import Mechanisms
import Registry
import Vocabulary

/// Which treaty is meant: by its reference, its title or its record id.
struct TreatyChoice {
    let law: TreatyLaw

    /// - Throws: ``CommandFailure/unknownName(kind:name:known:)``.
    func treaty(_ named: String) throws(CommandFailure) -> TreatyTerms {
        let fitting = law.treaties.filter { [$0.reference, $0.title, $0.record.description].contains(named) }
        guard let treaty = fitting.first, fitting.count == 1 else {
            throw .unknownName(kind: "treaty", name: named, known: law.treaties.map(\.name))
        }
        return treaty
    }
}

/// Names of parties in English, as the register's lists have them.
struct PartyNames {
    let book: Book

    func callAsFunction(_ party: TreatyParty) -> String {
        book.labels.text(TextKey.code(party.list, party.code), in: "en")
    }
}
