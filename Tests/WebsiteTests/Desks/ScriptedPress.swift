import Access
import Disclosure
import Foundation
import Publication
import Synchronization
import Tables
import Vocabulary

@testable import Website

/// Counts nothing and protects what it is given by the real gate; keeps its releases in memory.
final class ScriptedPress: ReleasePress {
    private struct Kept {
        var archives: [ReleaseArchive] = []
        var withdrawn: [Withdrawal] = []
        var drafts = 0
        var positions: [Int64?] = []
        var fails = false
    }

    private let kept = Mutex(Kept())
    private let condition = NSCondition()
    private let held = Mutex(false)

    /// How many drafts were begun, and how many releases came out.
    var drafts: Int { kept.withLock(\.drafts) }
    var published: Int { kept.withLock(\.archives.count) }

    /// Up to which event each draft was to be counted; nil for all of them.
    var positions: [Int64?] { kept.withLock(\.positions) }

    /// Whether the next draft waits, and goes on when it is let go.
    func holds(_ isHeld: Bool) {
        held.withLock { $0 = isHeld }
        condition.broadcast()
    }

    func fails(_ fails: Bool) { kept.withLock { $0.fails = fails } }

    func history() throws -> ReleaseHistory {
        let kept = kept.withLock { $0 }
        return try ReleaseHistory(kept.archives.map(\.release), withdrawn: kept.withdrawn)
    }

    func draft(
        _ plan: ReleasePlan, through position: Int64?, under grant: Grant, hear: (ReleaseStage) throws -> Void
    ) throws -> ReleaseDraft {
        kept.withLock { kept in
            kept.drafts += 1
            kept.positions.append(position)
        }
        try hear(.folding(1, of: 2))
        condition.withLock {
            while held.withLock({ $0 }) { condition.wait(until: Date(timeIntervalSinceNow: 0.05)) }
        }
        try hear(.counting(0, of: 1))
        if kept.withLock(\.fails) { throw DisclosureFailure.repairsExhausted(repairs: 9) }
        let sexes = Tables.Dimension(
            name: "sex", codeList: "sexes", categories: [.init(code: "female"), .init(code: "male")])
        let counts = CountTable(
            name: "referrals-by-sex", unit: .referral, period: .year(2023), dimensions: [sexes],
            cells: [.init(coordinates: [0], count: 30), .init(coordinates: [1], count: 3)],
            coverage: Coverage(reporting: ["Police A"], silent: []),
            provenance: Provenance(rule: "referrals 1", ledgerPosition: 12, ledgerHash: "ab12"))
        let earlier = try history()
        let released = try Gate(rule: ProtectionRule(threshold: plan.threshold)).release(
            [counts], earlier: earlier.releases.flatMap(\.tables))
        return ReleaseDraft(plan: plan, counted: [counts], released: released, earlier: earlier)
    }

    func publish(_ draft: ReleaseDraft, under grant: Grant) throws -> Release {
        let history = try history()
        guard history.latest?.hash == draft.earlier.latest?.hash else {
            throw ReleasingRefusal.draftOutdated(number: history.latest?.number ?? 0)
        }
        let day = CalendarDate(daysSinceEpoch: 20_000)
        let archive = try ReleaseArchive.freeze(draft.released, on: day, after: history.latest, texts: [])
        kept.withLock { $0.archives.append(archive) }
        return archive.release
    }

    func withdraw(_ number: Int, because reason: String, under grant: Grant) throws {
        let day = CalendarDate(daysSinceEpoch: 20_001)
        kept.withLock { $0.withdrawn.append(Withdrawal(number: number, on: day, reason: reason)) }
    }
}
