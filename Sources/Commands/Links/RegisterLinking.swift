import Access
import Linkage
import Mechanisms
import Registry
import Vocabulary

// Goals, in order: (1) nothing is read or written but through the registry, for the one who asks; (2) a pair is proposed
// once, however often the run is stopped and begun again; (3) what names persons leaves this run by no way.

/// One run over the register: reads, compares, proposes.
struct RegisterLinking {
    private let registry: Registry
    private let asking: Asking
    private let least: Double
    private let bar: ProgressBar

    init(_ registry: Registry, _ asking: Asking, least: Double, _ bar: ProgressBar) {
        (self.registry, self.asking, self.least, self.bar) = (registry, asking, least, bar)
    }

    func run() throws -> LinkingOutcome {
        try checkPost()
        var outcome = LinkingOutcome()
        do {
            let persons = try PersonColumns(registry, asking) { try show($0, of: nil, "reading") }
            (outcome.persons, outcome.passedOver) = (persons.records.count, persons.passedOver)
            guard let table = try persons.table() else { return outcome }
            let known = try known(persons)
            outcome.known = known.settled.count
            let found = try LinkRun(table, name: { persons.records[$0].description }).proposals(
                least: least, known: known
            ) { step, done in try show(done, of: persons.records.count, step.rawValue) }
            for (place, pair) in found.enumerated() {
                try show(place, of: found.count, "proposing")
                try propose(pair, persons, &outcome)
            }
        } catch is CancellationError {
            outcome.isStopped = true
        } catch LinkageFailure.nothingToCompare {
            return outcome
        }
        return outcome
    }

    /// Before anything is read: whoever may propose nothing has no reason to read it.
    private func checkPost() throws {
        let mechanism = try registry.mechanism("same-person")
        guard registry.openings(of: mechanism, asking).contains(where: { $0.name == "propose" }) else {
            throw RegistryRefusal.notForFunction(
                function: asking.actor.function, action: .open, mechanism: mechanism.name)
        }
    }

    private func propose(
        _ pair: PairExplanation, _ persons: PersonColumns, _ outcome: inout LinkingOutcome
    ) throws {
        let proposal = SamePersonProposal(
            persons.records[pair.first], persons.records[pair.second],
            perThousand: Int((pair.probability * 1000).rounded()), evidence: PairEvidence(pair))
        switch try registry.propose(proposal, asking) {
        case .written:
            if proposal.isClear { outcome.clear += 1 } else { outcome.uncertain += 1 }
        case .refused(let refusal) where refusal.problems.allSatisfy { $0.kind == .alreadyStated }:
            outcome.known += 1
        case .refused(let refusal): throw refusal
        case .conflict: outcome.known += 1
        }
    }

    /// What was stated, proposed or judged before, as far as the one who asks may know of it; of the rest the book knows.
    private func known(_ persons: PersonColumns) throws -> JudgedPairs {
        let places = Dictionary(uniqueKeysWithValues: persons.records.enumerated().map { ($1, $0) })
        var known = JudgedPairs()
        var request = ListRequest("same-person", limit: ListRequest.longestPage)
        request.countsUpTo = 0
        while true {
            let page = try registry.list(request, asking)
            for row in page.rows {
                guard let first = row.value("first")?.linked.first.flatMap({ places[$0] }),
                    let second = row.value("second")?.linked.first.flatMap({ places[$0] }), first != second
                else { continue }
                switch row.state {
                case "asserted": known.rules.together.append((first, second))
                case "rejected": known.rules.apart.append((first, second))
                case "proposed", "judged", "disputed": known.waiting.append((first, second))
                default: break
                }
                known.settled.insert(JudgedPairs.Pair(first, second))
            }
            guard let next = page.next else { return known }
            request.cursor = next
        }
    }

    private func show(_ done: Int, of total: Int?, _ step: String) throws {
        try Task.checkCancellation()
        bar.show(done, of: total, detail: step)
    }
}
