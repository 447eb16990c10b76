import Access
import Disclosure
import Ledger
import Mechanisms
import Publication
import Registry
import Tables
import Vocabulary

/// Releases as the ledger remembers them: number, rule, position and hash of each table.
struct ReleaseRecords {
    let ledger: Ledger
    let book: Book

    func isRecorded(hash: String) throws -> Bool { try published().contains { $0.hash == hash } }

    /// Number and hash of each release, once a table, by number.
    func published() throws -> [(number: Int, hash: String)] {
        try ledger.records(of: "release").compactMap { id in
            let fields = try ledger.record(id)?.fields
            guard case .integer(let number)? = fields?["number"], case .text(let hash)? = fields?["hash"] else {
                return nil
            }
            return (number, hash)
        }.sorted { $0.number < $1.number }
    }

    /// Takes the step that ends the records of a release, of those that stand; none where it was taken before.
    func supersede(_ number: Int, because reason: String, under grant: Grant) throws {
        try write(under: grant) { now, _ in
            try ledger.records(of: "release", in: "published").compactMap { id -> Command? in
                guard let state = try ledger.record(id), state.fields["number"] == .integer(number) else { return nil }
                return Command(
                    mechanism: "release", record: id, transition: "supersede", expectedVersion: state.version,
                    changes: [:], effective: .day(now.day), reason: reason)
            }
        }
    }

    /// One record a table, all in one transaction.
    func record(_ release: Release, under grant: Grant) throws {
        try write(under: grant) { now, random in
            release.tables.map { table in
                var fields: [String: FieldValue] = [
                    "number": .integer(release.number), "table": .text(table.name),
                    "rule": .text(table.provenance.rule), "threshold": .integer(table.rule.threshold),
                    "ledger-position": .integer(Int(table.provenance.ledgerPosition)), "hash": .text(release.hash),
                ]
                fields["period"] = table.period.map { .text($0.description) }
                return Command(
                    mechanism: "release", record: RecordID(at: now, using: &random), transition: "publish",
                    changes: fields, effective: .day(release.date))
            }
        }
    }

    /// Writes what the register says of its own publications, all in one transaction.
    func write(
        under grant: Grant, _ commands: (Timestamp, inout SystemRandomNumberGenerator) throws -> [Command]
    ) throws {
        var random = SystemRandomNumberGenerator()
        let now = OpenRegister.clock()
        let commands = try commands(now, &random)
        guard !commands.isEmpty else { return }
        let decision = try Interpreter(book: book).decide(
            commands, under: grant, register: LedgerRegister(ledger: ledger), at: now, using: &random)
        let outcome = try ledger.append(decision.get(), under: grant)
        guard case .written = outcome else { throw RegistryRefusal.lostRace(groups: 1) }
    }
}
