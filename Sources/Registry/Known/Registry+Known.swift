import Access
import Ledger
package import Linkage
package import Mechanisms
package import Vocabulary

/// Somebody on the register who may be the person of a question, as the one who asks may see them.
package struct KnownMatch: Sendable, Hashable {
    /// As a search shows it.
    package let view: RecordView
    /// That both are one person, in thousandths.
    package let perThousand: Int
    /// Degrees of agreement, field by field; never a value.
    package let evidence: PairEvidence
}

/// What the register answers to “is this person already known?”.
package enum KnownAnswer: Sendable, Hashable {
    /// The index is being made: ask again.
    case notReady
    /// What was said names nobody.
    case nothingSaid
    /// - Parameter isWhole: False where memory holds the newest persons only.
    case compared([KnownMatch], isWhole: Bool)

    package var matches: [KnownMatch] { if case .compared(let matches, _) = self { matches } else { [] } }
}

extension Registry {
    /// The probability from which a record is shown, as `links propose` proposes it.
    package static let leastKnown = 0.2
    /// As many are shown at most.
    package static let mostKnown = 10

    /// Whether the one who asks may ask at all who is known: a question of their function, never of what there is.
    package func mayAskWhoIsKnown(_ asking: Asking) -> Bool {
        guard let person = book.mechanism("person") else { return false }
        return searchReach(person, asking).grant != nil
    }

    /// Persons on the register who may be the one of whom something is said, among those whose names the one who asks may
    /// search: of others there is no sign, in the answer or in the work for it. The question is written down, with the
    /// fields and those who were found, and without what was said.
    ///
    /// - Parameter said: By field, of a person who may not be on the register yet.
    /// - Throws: ``RegistryRefusal/notForFunction(function:action:mechanism:)`` where the function searches nobody.
    package func known(_ said: [String: FieldValue], _ asking: Asking) throws -> KnownAnswer {
        try known(said, besides: nil, asking)
    }

    /// The same of a person on the register: who else may be the same. The record is read for it.
    ///
    /// - Throws: As ``read(_:_:asOf:)`` and ``known(_:_:)``.
    package func known(like record: RecordID, _ asking: Asking) throws -> (of: RecordView, answer: KnownAnswer) {
        _ = try leaveToSearch(asking)
        let view = try read(record, asking)
        guard view.mechanism == "person" else { throw RegistryRefusal.notFound }
        let said = Dictionary(
            view.fields.compactMap { field in view.value(field.name).map { (field.name, $0) } },
            uniquingKeysWith: { first, _ in first })
        return (view, try known(said, besides: record, asking))
    }

    /// Puts a person and one who was found like them before those who judge, as the program's proposal; the two are
    /// compared again for it.
    ///
    /// - Throws: ``RegistryRefusal/indexNotReady``; ``RegistryRefusal/notAlike`` where the other is none of those who are
    ///   shown for this person now; as ``propose(_:_:)``.
    package func propose(_ record: RecordID, asOneWith other: RecordID, _ asking: Asking) throws -> SubmissionOutcome {
        let answer = try known(like: record, asking).answer
        if answer == .notReady { throw RegistryRefusal.indexNotReady }
        guard let match = answer.matches.first(where: { $0.view.record == other }) else {
            throw RegistryRefusal.notAlike
        }
        return try propose(
            SamePersonProposal(record, other, perThousand: match.perThousand, evidence: match.evidence), asking)
    }

    /// Makes the indices that a command's question needs.
    package func makeKnown(_ asking: Asking) throws {
        try knownPersons.make(for: leaveToSearch(asking), organisations: directory.organisations.keys.sorted())
    }

    private func known(
        _ said: [String: FieldValue], besides record: RecordID?, _ asking: Asking
    ) throws -> KnownAnswer {
        let reach = try leaveToSearch(asking)
        let texts = ComparedFields.texts { said[$0] }
        guard ComparedFields.nameSomebody(texts) else {
            try writeQuestion([], texts, within: reach, asking)
            return .nothingSaid
        }
        let circles = Circle.all(of: reach, organisations: directory.organisations.keys.sorted())
        // One more than is shown: the record itself may be among them.
        let found = try knownPersons.matches(
            texts, in: circles, least: Registry.leastKnown, most: Registry.mostKnown + 1)
        guard let found else {
            try writeQuestion([], texts, within: reach, asking)
            return .notReady
        }
        // The index is as the ledger was a moment ago; the policy is asked now, of each.
        let matches = try found.matches.filter { $0.record != record }.prefix(Registry.mostKnown).compactMap { match in
            try standpoint(of: asking.actor, to: match.record)
                .flatMap { try listed(at: $0, .search, asking, showing: .identity) }
                .map {
                    KnownMatch(
                        view: $0, perThousand: Int((match.probability * 1000).rounded()), evidence: match.evidence)
                }
        }
        try writeQuestion(matches.map(\.view.record), texts, within: reach, asking)
        return .compared(matches, isWhole: found.isWhole)
    }

    private func searchReach(_ person: Mechanism, _ asking: Asking) -> Reach {
        policy.reach(of: asking.actor, .search, person, for: asking.purpose).showing(.identity)
    }

    private func leaveToSearch(_ asking: Asking) throws -> Reach {
        let person = try mechanism("person")
        let reach = searchReach(person, asking)
        guard reach.grant != nil else {
            throw RegistryRefusal.notForFunction(
                function: asking.actor.function, action: .search, mechanism: person.name)
        }
        return reach
    }

    /// As a search is written down: the fields looked at, who was found and how many.
    private func writeQuestion(
        _ found: [RecordID], _ texts: [String], within reach: Reach, _ asking: Asking
    ) throws {
        guard let grant = reach.grant else { return }
        let fields = zip(ComparedFields.all, texts).filter { !$1.isEmpty }.map(\.0.field)
        let shown = Ledger.Shown(.search, of: found, mechanism: "person", filters: fields, under: grant)
        if asking.sheet?.add(shown) != true { try ledger.note([shown]) }
    }
}
