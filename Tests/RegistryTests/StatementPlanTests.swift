import Access
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Synchronization
import Testing
import Vocabulary

/// Every statement that the registry makes, caught on its way to the store: each must step into an index, whatever the
/// tables hold. A list that looks through a table is quick with a hundred persons and stops the house with a million.
struct StatementPlanTests {
    private let register: InterfaceRegister
    private let tally = CountingStore.Tally()

    private let kept = Kept()

    /// The store itself, for asking it for plans without that being counted.
    private final class Kept: Sendable {
        let store = Mutex<(any Store)?>(nil)
    }

    init() throws {
        let (tally, kept) = (tally, kept)
        register = try InterfaceRegister(wrap: { premises in
            kept.store.withLock { $0 = premises.events }
            return LedgerPremises(
                events: CountingStore(premises.events, tally: tally), vault: premises.vault, papers: premises.papers)
        })
    }

    private var registry: Registry { register.registry }

    @Test func everyStatementStepsIntoAnIndex() throws {
        let opened = try register.fill()
        for actor in register.people.all {
            try lists(Asking(actor))
            for record in opened.values.sorted() { looks(at: record, Asking(actor)) }
        }
        try writes(opened)
        let statements = tally.distinct.filter { $0.contains("WHERE") || $0.hasPrefix("SELECT") }
        #expect(statements.count > 35, "hardly anything was asked: nothing was tried")
        var looked = 0
        for statement in statements.sorted() {
            let steps = try plan(of: statement)
            looked += steps.count
            #expect(steps.filter(scans) == [], "\(statement)")
        }
        #expect(looked > 100, "the engine gave no plans")
    }

    /// The test has to see a scan where there is one, also where the table is empty.
    @Test func aStatementThatLooksThroughATableIsFoundOut() throws {
        #expect(try plan(of: "SELECT reason FROM event WHERE account = :account").contains(where: scans))
        #expect(try plan(of: "SELECT sequence FROM event ORDER BY reason DESC").contains(where: scans))
    }

    private func lists(_ asking: Asking) throws {
        for mechanism in registry.visibleMechanisms(asking) {
            var requests = [
                ListRequest(mechanism.name),
                ListRequest(mechanism.name, states: Set(mechanism.states.prefix(2))),
                ListRequest(mechanism.name, cursor: 5),
            ]
            requests.append(ListRequest(mechanism.name, through: [.own]))
            if !mechanism.dueFields.isEmpty {
                requests.append(ListRequest(mechanism.name, dueBy: InterfaceRegister.now.day))
            }
            for field in mechanism.listedBy {
                requests.append(ListRequest(mechanism.name, filters: [field: [sample(of: mechanism.field(field))]]))
            }
            for request in requests {
                _ = try? registry.list(request, asking)
                _ = try? registry.count(request, asking)
            }
            _ = try? registry.export(ListRequest(mechanism.name), upTo: 100, asking)
            for closeness in [Closeness.folded, .exact] {
                for field in mechanism.identityFields {
                    _ = try? registry.search(mechanism.name, for: [field: "Family"], closeness, asking)
                }
            }
        }
    }

    private func sample(of field: Field?) -> String {
        switch field?.kind {
        case .link, .links: register.people.alpha.description
        case .period: "2026"
        default: "a"
        }
    }

    private func looks(at record: RecordID, _ asking: Asking) {
        if let view = try? registry.read(record, asking) {
            _ = try? registry.neighbours(of: view, asking)
            _ = registry.mayExport(view, asking)
        }
        _ = try? registry.read(record, asking, asOf: 10)
        _ = try? registry.offers(on: record, asking)
        _ = try? registry.timeline(of: record, asking)
        _ = try? registry.explain(.read, on: .record(record), asking)
        _ = try? registry.file(of: record, asking)
        _ = try? registry.export(record, asking)
    }

    private func writes(_ opened: [String: RecordID]) throws {
        let worker = Asking(register.people.caseworkerOfAlpha)
        for (mechanism, record) in opened {
            for step in registry.book.mechanism(mechanism)?.transitions ?? [] where !step.opensRecord {
                let command = Command(
                    mechanism: mechanism, record: record, transition: step.name, expectedVersion: 1,
                    changes: mechanism == "person" ? ["family-name": .text("Family Other")] : [:],
                    effective: .day(InterfaceRegister.now.day), reason: "seen")
                _ = try? registry.submit([command], worker, key: "a key for \(mechanism) \(step.name)")
                _ = try? registry.submit([command], worker, key: "a key for \(mechanism) \(step.name)")
            }
        }
        try register.ledger.recordAccess([AccessEntry(.signedIn, by: "nobody")])
    }

    private func plan(of statement: String) throws -> [String] {
        let names = Set(statement.matches(of: /:[a-z_]+/).map { String($0.0) })
        var steps: [String] = []
        let store = try #require(kept.store.withLock { $0 })
        try store.read { connection in
            let parameters = [StoredValue](repeating: .null, count: names.count)
            try connection.query("EXPLAIN QUERY PLAN \(statement)", parameters) { row in
                steps.append(row.text(3))
                return true
            }
        }
        return steps
    }

    /// Rows that were limited beforehand may be looked through, and so may a list of constants; tables may not.
    private func scans(_ step: String) -> Bool {
        let isHarmless =
            step == "SCAN some" || step.hasPrefix("SCAN (") || step == "SCAN CONSTANT ROW" || step.contains("VALUES")
        return step.hasPrefix("SCAN") && !isHarmless || step.contains("TEMP B-TREE FOR ORDER BY")
    }
}
