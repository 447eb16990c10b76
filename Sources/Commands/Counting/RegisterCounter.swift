import Access
import Counting
import Foundation
import Ledger
import Mechanisms
import Vocabulary

/// Facts of a register: from the snapshot where it fits, the rest folded from the ledger.
struct RegisterCounter {
    let register: RegisterFolder
    let book: Book

    /// With a bar for the shell.
    ///
    /// - Parameters:
    ///   - grant: Leave to count or to release: facts are read under it.
    ///   - horizon: How much of the ledger is looked at.
    func counter(under grant: Grant, horizon: Horizon = .everything) throws -> Counter {
        let bar = ProgressBar(label: "Folding events")
        let counter = try counter(under: grant, horizon: horizon) { done, all in
            if done % 100_000 == 0 { bar.show(done, of: all, detail: "events") }
        }
        bar.end()
        return counter
    }

    /// - Parameter hear: Told of how many events of how many are folded; where it throws, nothing is counted.
    func counter(
        under grant: Grant, horizon: Horizon = .everything, hear: (Int, Int) throws -> Void
    ) throws -> Counter {
        precondition(grant.action == .count || grant.action == .release, "facts are folded for figures only")
        let lists = try countingLists()
        // Without keys: whoever counts could not read an identity even by mistake.
        let open = try OpenRegister.open(register, for: .readingSealed)
        defer { try? open.close() }
        var facts =
            snapshot(lists: lists, horizon: horizon, ledger: open.ledger) ?? Facts(lists: lists, horizon: horizon)
        let before = facts.position
        let end = try open.ledger.position()
        let last = min(horizon.position ?? end.sequence, end.sequence)
        try open.ledger.events(from: before + 1, through: last) { event in
            if event.sequence % 1000 == 0 { try hear(Int(event.sequence), Int(last)) }
            return try facts.fold(event)
        }
        if let position = try open.ledger.position(at: facts.position) { facts.mark(hash: position.hash.description) }
        if horizon == .everything, facts.position - before > 10_000 { keep(facts) }
        return Counter(facts: facts, settings: try settings())
    }

    private var snapshotFile: URL { register.url.appending(path: "facts.snapshot") }

    private func snapshot(lists: CountingLists, horizon: Horizon, ledger: Ledger) -> Facts? {
        guard horizon == .everything, let data = try? Data(contentsOf: snapshotFile) else { return nil }
        // A snapshot that does not fit is only slower: the facts are then folded from the first event.
        return try? Facts(snapshot: Array(data), lists: lists, horizon: horizon) { position in
            try? ledger.position(at: position)?.hash.description
        }
    }

    /// Holds no identity and is made anew at any time: not being able to write it is no failure.
    private func keep(_ facts: Facts) {
        guard let bytes = try? facts.snapshot() else { return }
        try? Data(bytes).write(to: snapshotFile, options: .atomic)
    }

    private func list(_ name: String) throws -> CodeList {
        guard let list = book.codeLists[name] else {
            throw CommandFailure.unknownName(kind: "code list", name: name, known: book.codeLists.keys.sorted())
        }
        return list
    }

    func countingLists() throws -> CountingLists {
        try CountingLists(
            sexes: list("sexes"), ageGroups: list("age-groups"), countries: list("countries"),
            forms: list("exploitation-forms"), phenomena: list("phenomena"),
            organisationKinds: list("organisation-kinds"))
    }

    func settings() throws -> CountingSettings {
        CountingSettings(
            reportingCountry: book.country ?? "", citizenshipGroups: try mapping("countries", "citizenship-groups"),
            mainForm: try rule("main-form"),
            euForm: (try rule("eu-form"), try mapping("exploitation-forms", "eu-forms")),
            unodcForm: (try rule("unodc-form"), try mapping("exploitation-forms", "unodc-forms")))
    }

    private func rule(_ name: String) throws -> BucketRule {
        guard let rule = book.bucketRules.first(where: { $0.name == name }) else {
            throw CommandFailure.unknownName(kind: "bucket rule", name: name, known: book.bucketRules.map(\.name))
        }
        return rule
    }

    private func mapping(_ from: String, _ to: String) throws -> CodeMapping {
        guard let mapping = book.mapping(from: from, to: to) else {
            throw CommandFailure.unknownName(
                kind: "mapping", name: "\(from)--\(to)", known: book.mappings.map { "\($0.from)--\($0.to)" })
        }
        return mapping
    }
}
