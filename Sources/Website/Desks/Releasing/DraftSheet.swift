import Disclosure
import Publication
import Registry
import Tables
import Vocabulary

/// What the gate did to a draft, and what moved since the release before, in words.
struct DraftSheet {
    private let draft: ReleaseDraft
    private let job: ReleaseJobs.Job
    private let visit: Visit
    private var texts: Texts { visit.wording.texts }

    init(_ draft: ReleaseDraft, _ job: ReleaseJobs.Job, _ visit: Visit) {
        (self.draft, self.job, self.visit) = (draft, job, visit)
    }

    var sections: [DeskSection] { [audit, tables, moves] }

    /// Threshold, withholding and attack.
    var audit: DeskSection {
        let outcomes = draft.released.flatMap { $0.cells.map(\.outcome) }
        let primary = outcomes.count { $0 == .withheldPrimary }
        let complementary = outcomes.count { $0 == .withheldComplementary }
        let summary = draft.released.first?.audit
        func number(_ value: Int) -> String { texts.number(value) }
        let attack = visit.releasing(
            "audit.attack-found",
            [
                "exact": number(summary?.exactlyRecoverable ?? 0), "narrow": number(summary?.narrow ?? 0),
                "width": number(draft.released.first?.rule.minimumWidth ?? 0),
            ])
        let inconsistent = summary?.inconsistent ?? 0
        let position = draft.released.map(\.provenance.ledgerPosition).max() ?? 0
        var facts: [DeskSection.Fact] = [
            .init(
                visit.releasing("audit.threshold"),
                visit.releasing(
                    draft.plan.protectsZeros ? "audit.below-and-zeros" : "audit.below",
                    ["number": number(draft.plan.threshold)])),
            .init(
                visit.releasing("audit.cells"),
                visit.releasing(
                    "audit.cells-of", ["cells": number(outcomes.count), "tables": number(draft.released.count)])),
            .init(visit.releasing("audit.primary"), number(primary)),
            .init(visit.releasing("audit.complementary"), number(complementary)),
            .init(visit.releasing("audit.attack"), attack, state: .init(visit.releasing("audit.passed"), .running)),
        ]
        if inconsistent > 0 {
            facts.append(.init(visit.releasing("audit.inconsistent"), number(inconsistent)))
        }
        facts.append(.init(visit.releasing("audit.position"), number(Int(position))))
        return DeskSection(
            "audit", visit.releasing("audit.title"), note: visit.releasing("audit.lead"), facts: facts)
    }

    /// Each table with how much of it is withheld.
    private var tables: DeskSection {
        let rows = draft.released.map { table -> [DeskTable.Value] in
            let withheld = table.cells.count { $0.outcome.isWithheld }
            return [
                DeskTable.Value(texts.title(of: table), href: ReleasingPaths.table(table.name, of: job.id)),
                DeskTable.Value(texts.number(table.cells.count)), DeskTable.Value(texts.number(withheld)),
                DeskTable.Value(
                    revision(of: table).map { texts.number($0.changes.count) } ?? visit.releasing("moved.new")),
            ]
        }
        let columns = ["table", "cells", "withheld", "moved"].map { visit.releasing("columns.\($0)") }
        return DeskSection(
            "tables", visit.releasing("tables"),
            tables: [DeskTable(visit.releasing("tables-caption"), columns: columns, rows: rows)])
    }

    /// What readers will see move, counted.
    var moves: DeskSection {
        let revisions = draft.released.map { revision(of: $0) }
        let moved = revisions.compactMap { $0?.changes.count }.reduce(0, +)
        let compared = revisions.count { $0 != nil }
        return DeskSection(
            "moves", visit.releasing("moved.title"),
            note: compared == 0
                ? visit.releasing("moved.first")
                : visit.releasing(
                    "moved.counted",
                    [
                        "figures": texts.number(moved), "tables": texts.number(compared),
                        "all": texts.number(draft.released.count),
                    ]))
    }

    /// Against the latest release of the same table and period; nil where there is none.
    func revision(of table: ReleasedTable) -> Revision? {
        draft.earlier.releases(of: table.name, period: table.period).first.map { earlier in
            Revision(
                from: earlier.release.number, to: (draft.earlier.latest?.number ?? 0) + 1, on: visit.today,
                changes: Revision.changes(from: earlier.table, to: table))
        }
    }
}
