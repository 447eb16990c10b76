import Access
import Foundation
import Ledger
import Mechanisms
import SQLiteStore
import Synchronization
import Vocabulary

/// Many threads that each write one record at a time, and others that read beside them: the server's work.
struct SmallWrites {
    let path: String
    let threads: Int
    let writesEach: Int

    /// Prints writes a second with one commit a writer, with shared commits, and readings a second.
    func run(initialise: Grant, writing: Grant) throws {
        for (name, writersPerCommit) in [("alone", 1), ("shared", 64)] {
            let settings = SQLiteStore.Settings(writersPerCommit: writersPerCommit)
            let ledger = try Ledger.initialise(
                DataFolder.make(at: "\(path)-\(name)").premises(isNew: true, settings: settings), rules: .none,
                under: initialise, clock: now)
            let began = secondsNow()
            let failures = Mutex(0)
            onThreads(threads) { _ in
                var random = SystemRandomNumberGenerator()
                for place in 0..<writesEach {
                    let record = RecordID(at: now(), using: &random)
                    let draft = EventDraft(
                        mechanism: "person", record: record, version: 1, kind: "open", state: "registered",
                        changes: ["sex": .code("female"), "birth-year": .integer(1990 + place % 10)],
                        effective: .day(now().day))
                    let outcome = try? ledger.append([draft], under: writing)
                    if case .written? = outcome { continue }
                    failures.withLock { $0 += 1 }
                }
            }
            let seconds = secondsNow() - began
            print(
                "writes-a-second-\(name) \(Double(threads * writesEach) / seconds) failures \(failures.withLock(\.self))"
            )
            try readings(of: ledger, name)
            try ledger.close()
        }
    }

    /// Records folded and lists made, by eight threads.
    private func readings(of ledger: Ledger, _ name: String) throws {
        let records = try ledger.records(of: "person")
        let actor = Actor(account: "reader", function: .rapporteur, organisation: nil)
        let reach = Policy().reach(of: actor, .list, .victims, for: .statistics)
        let query = RecordQuery("person", within: reach, limit: 20)
        for (what, count) in [("records", 4000), ("pages", 400)] {
            let began = secondsNow()
            onThreads(8) { thread in
                for place in 0..<count {
                    if what == "pages" {
                        _ = try? ledger.list(query)
                    } else {
                        _ = try? ledger.record(records[(thread * 7919 + place * 31) % records.count])
                    }
                }
            }
            print("\(what)-read-a-second-\(name) \(Double(8 * count) / (secondsNow() - began))")
        }
    }
}

/// Runs `body` on so many threads at once and waits for all: a dispatch queue would give no more than there are processors.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let ended = DispatchGroup()
    for place in 0..<count {
        ended.enter()
        Thread.detachNewThread {
            body(place)
            ended.leave()
        }
    }
    ended.wait()
}
