import Access
import Counting
import Disclosure
import Ledger
import Mechanisms
import Publication
import Registry
import Synchronization
import Tables
import Vocabulary
import Website

// Goals, in order: (1) nothing comes out that the gate did not let out; (2) what is recorded is published and the other way
// round, whatever ends in between; (3) one release at a time, whoever asks.

/// The one way from a register to a release: what `rapporteur release` and the release desk both do.
final class ReleaseWork: ReleasePress {
    private let register: RegisterFolder
    private let book: Book
    private let languages: [Texts]
    private let ledger: Ledger
    /// Told after each change of what the public may see.
    private let changed: @Sendable () throws -> Void
    /// Two who publish at once would take the same number.
    private let turn = Mutex(())

    private var folder: ReleaseFolder { ReleaseFolder(of: register) }
    private var records: ReleaseRecords { ReleaseRecords(ledger: ledger, book: book) }

    /// - Parameter ledger: Open for writing.
    init(
        _ register: RegisterFolder, book: Book, languages: [Texts], ledger: Ledger,
        changed: @escaping @Sendable () throws -> Void = {}
    ) {
        (self.register, self.book, self.languages, self.ledger) = (register, book, languages, ledger)
        self.changed = changed
    }

    func history() throws -> ReleaseHistory { try folder.history() }

    func draft(
        _ plan: ReleasePlan, through position: Int64?, under grant: Grant, hear: (ReleaseStage) throws -> Void
    ) throws -> ReleaseDraft {
        let parts = try plan.parts()
        let earlier = try turn.withLock { _ in try soundHistory() }
        let counter = try RegisterCounter(register: register, book: book).counter(
            under: grant, horizon: Horizon(position: position)
        ) { done, all in
            try hear(.folding(done, of: all))
        }
        var tables: [CountTable] = []
        for part in parts {
            try hear(.counting(tables.count, of: parts.count))
            tables.append(
                try counter.count(
                    part.indicator, by: part.breakdowns.map(\.rawValue), period: plan.period, name: part.name))
        }
        try hear(.protecting(tables: tables.count, cells: tables.reduce(0) { $0 + $1.cells.count }))
        let rule = ProtectionRule(threshold: plan.threshold, protectsZeros: plan.protectsZeros)
        let released = try Gate(rule: rule).release(tables, earlier: earlier.releases.flatMap(\.tables))
        return ReleaseDraft(plan: plan, counted: tables, released: released, earlier: earlier)
    }

    func publish(_ draft: ReleaseDraft, under grant: Grant) throws -> Release {
        let release = try turn.withLock { _ in
            let history = try soundHistory()
            guard history.latest?.hash == draft.earlier.latest?.hash else {
                throw ReleasingRefusal.draftOutdated(number: history.latest?.number ?? 0)
            }
            let archive = try ReleaseArchive.freeze(
                draft.released, on: OpenRegister.clock().day, after: history.latest, texts: languages)
            try folder.prepare(archive)
            try records.record(archive.release, under: grant)
            try folder.publish(archive)
            return archive.release
        }
        tell()
        return release
    }

    func withdraw(_ number: Int, because reason: String, under grant: Grant) throws {
        try turn.withLock { _ in
            let history = try soundHistory()
            guard history[number] != nil, history.withdrawn[number] == nil else {
                throw ReleasingRefusal.nothingToWithdraw(number: number)
            }
            try records.supersede(number, because: reason, under: grant)
            let day = OpenRegister.clock().day
            try folder.keep(withdrawn: history.withdrawn.values + [Withdrawal(number: number, on: day, reason: reason)])
        }
        tell()
    }

    /// What was published stays published, even where the site cannot be made anew before the next start.
    private func tell() {
        do { try changed() } catch { Talk.say("The public site shows this after the next start (\(error)).") }
    }

    /// The releases, after an interrupted one was put in place, and checked against the ledger.
    private func soundHistory() throws -> ReleaseHistory {
        try folder.finishInterrupted { try records.isRecorded(hash: $0) }
        let history = try folder.history()
        if let gone = try records.published().first(where: { history[$0.number]?.hash != $0.hash }) {
            throw CommandFailure.releaseGone(number: gone.number)
        }
        return history
    }
}

extension ReleasePlan {
    /// The tables behind the ready ones, each once.
    fileprivate func parts() throws -> [TableDefinition.Part] {
        var parts: [TableDefinition.Part] = []
        for name in tables {
            for part in try TableDefinition.named(name).parts where !parts.contains(part) { parts.append(part) }
        }
        return parts
    }
}
