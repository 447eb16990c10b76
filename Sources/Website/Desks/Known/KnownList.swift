import Access
import Linkage
import Mechanisms
import Publication
import Registry
import Vocabulary

/// What the register answers to “is this person already known?”, with every string ready: whom the reader may see, how far
/// each agrees, and nothing of anybody else.
struct KnownList: Sendable {
    let section: DeskSection
    /// Of those who are shown.
    let marking: Access.Marking?

    /// Where the answer stands.
    enum Place {
        /// Above the form of somebody who is being registered; held back where nothing was written because of it.
        case form(isHeldBack: Bool)
        /// On the page of a person, who may be proposed as one with each of them.
        case page(of: RecordID)
    }

    init(_ answer: KnownAnswer, at place: Place, _ visit: Visit) throws {
        let person = try visit.registry.mechanism("person")
        let names = try Names(in: answer.matches.map(\.view), visit)
        let lines = KnownLines(person, names, visit)
        let items = answer.matches.map { match in
            var buttons: [DeskButton] = []
            if case .page(let record) = place, visit.mayProposeOne {
                buttons = [
                    DeskButton(
                        visit.known("propose"), to: WorkbenchPaths.known(record), about: names.name(of: match.view),
                        fields: [.init(name: "with", value: match.view.record.description)])
                ]
            }
            return DeskSection.Item(
                names.name(of: match.view), href: WorkbenchPaths.record(match.view.record),
                small: lines.all(of: match),
                state: DeskPage.Badge(StateBadge(match.view.state, of: person, visit.wording)),
                buttons: buttons)
        }
        let isForm = if case .form = place { true } else { false }
        section = DeskSection(
            "known", visit.known(isForm ? "title" : "results"), note: KnownList.note(answer, place, visit), items: items
        )
        marking = answer.matches.map(\.view.marking).max()
    }

    private static func note(_ answer: KnownAnswer, _ place: Place, _ visit: Visit) -> String {
        guard case .compared(let matches, let isWhole) = answer else {
            return visit.known(answer == .notReady ? "unready" : "nothing")
        }
        var notes = [matches.isEmpty ? visit.known("none") : visit.exchange.texts.counted("known.found", matches.count)]
        if !isWhole { notes.append(visit.known("partial")) }
        if !matches.isEmpty, case .form(let isHeldBack) = place {
            notes.append(visit.known(isHeldBack ? "held-back" : "beside"))
        }
        return notes.joined(separator: " ")
    }
}

/// What is said of each of them.
private struct KnownLines {
    private let person: Mechanism
    private let names: Names
    private let visit: Visit

    init(_ person: Mechanism, _ names: Names, _ visit: Visit) {
        (self.person, self.names, self.visit) = (person, names, visit)
    }

    func all(of match: KnownMatch) -> [String] {
        let facts = ListColumns(person).values(of: match.view, names, visit.wording).filter { !$0.isNote }
        // Never a certainty: it is an estimate.
        let thousand = visit.exchange.texts.number(min(match.perThousand, 999))
        return [facts.map(\.text).joined(separator: " · "), visit.known("chance", ["thousand": thousand])]
            + [PairEvidence.Agreement.agrees, .near, .differs].map { fields($0, of: match.evidence) }
    }

    /// Empty where no field agrees so.
    private func fields(_ agreement: PairEvidence.Agreement, of evidence: PairEvidence) -> String {
        let fields = evidence.parts.filter { $0.agreement == agreement }.map {
            person.field($0.field) == nil ? $0.field : visit.wording.field(person, $0.field)
        }
        return fields.isEmpty
            ? "" : visit.known(agreement.rawValue, ["fields": visit.exchange.texts.list(fields)])
    }
}

extension Visit {
    /// A text about those who are known: `known.title` for `title`.
    func known(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        exchange.texts.filled("known.\(key)", values)
    }

    /// Whether the function of the one who asks may ask who is known, in a house where that can be asked.
    var mayAskWhoIsKnown: Bool {
        workbench.desks.contains { $0 is KnownDesk } && registry.mayAskWhoIsKnown(asking)
    }

    /// Whether they put pairs before those who judge.
    var mayProposeOne: Bool {
        guard let mechanism = book.mechanism("same-person") else { return false }
        return registry.openings(of: mechanism, asking).contains { $0.name == "propose" }
    }
}
