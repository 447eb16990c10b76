import Tables
import Vocabulary

/// Who sent something, who should have and did not, and which parts of a table nobody reported on.
struct CoverageReport {
    let coverage: Coverage
    private let facts: Facts
    private let period: Period?
    /// What counts as having reported, for this population.
    private let reports: [Report]

    /// - Parameter population: Where it rests on decisions, an organisation reports on it once somebody decided on one of
    ///   its records; referrals alone say nothing about decisions.
    init(
        _ indicator: Indicator, _ population: Population, rows: CountingRows, facts: Facts, names: [String],
        period: Period?
    ) {
        self.facts = facts
        self.period = period
        // Where nobody ever records re-trafficking, nobody reported that there was none.
        let isRecorded = population != .retrafficked || facts.retrafficking.index.count > 0
        // A day was asked for: only then do days matter.
        let all = period?.precision == .day ? rows.reports : rows.reportsByMonth
        reports = (all[indicator.periodRule] ?? []).filter {
            isRecorded && ($0.isDecided || !population.restsOnDecisions)
        }
        let sent = CoverageReport.senders(reports, in: period)
        coverage = Coverage(
            reporting: sent.filter { $0 >= 0 }.map { names[$0] },
            silent: CoverageReport.silent(facts, sent).map { names[$0] })
    }

    /// Organisations with a record in `period`, -1 standing for records that no organisation signed. One whose record has
    /// a coarser period may have reported, and is not called silent.
    private static func senders(_ reports: [Report], in period: Period?) -> Set<Int> {
        guard let period else { return Set(reports.map(\.organisation)) }
        let asked = period.start.daysSinceEpoch...period.end.daysSinceEpoch
        var senders: Set<Int> = []
        for report in reports where report.overlaps(asked) { senders.insert(report.organisation) }
        return senders
    }

    /// Organisations with a mandate to register that are not among the senders.
    private static func silent(_ facts: Facts, _ senders: Set<Int>) -> [Int] {
        facts.organisations.registers.indices.filter { facts.organisations.mustReport($0) && !senders.contains($0) }
    }

    /// Parts of a table on which nobody reported: a place per breakdown, nil for all of it.
    func notReported(_ columns: [BreakdownColumn]) -> [[Int?]] {
        let everything: [Int?] = columns.map { _ in nil }
        // Where nobody sent anything at all there may be no periods to say it of.
        if CoverageReport.senders(reports, in: period).isEmpty { return [everything] }
        guard let dimension = columns.firstIndex(where: { Period.Precision($0.breakdown) != nil }) else {
            return parts(columns, everything, in: period)
        }
        var gaps: [[Int?]] = []
        for (place, category) in columns[dimension].categories.enumerated() {
            guard let whole = Period(category.code) else { continue }
            // A filter finer than the breakdown leaves only its part of the category to report on.
            let asked = period.map { whole.contains($0) ? $0 : whole } ?? whole
            var part = everything
            part[dimension] = place
            gaps += parts(columns, part, in: asked)
        }
        return gaps
    }

    /// All of `part` where nobody sent anything, else the silent organisations and the kinds of which all are silent.
    private func parts(_ columns: [BreakdownColumn], _ part: [Int?], in period: Period?) -> [[Int?]] {
        let senders = CoverageReport.senders(reports, in: period)
        guard !senders.isEmpty else { return [part] }
        let silent = CoverageReport.silent(facts, senders)
        if let dimension = columns.firstIndex(where: { $0.breakdown == .registeringOrganisation }) {
            return silent.map { organisation in part.placing(columns[dimension].lookup[organisation + 1], at: dimension)
            }
        }
        guard let dimension = columns.firstIndex(where: { $0.breakdown == .organisationKind }) else { return [] }
        let reporting = Set(senders.map { columns[dimension].lookup[$0 + 1] })
        return Set(silent.map { columns[dimension].lookup[$0 + 1] }).subtracting(reporting).sorted()
            .map { part.placing($0, at: dimension) }
    }
}

extension Period.Precision {
    /// The precision of a breakdown by period; nil for any other breakdown.
    fileprivate init?(_ breakdown: Breakdown) {
        switch breakdown {
        case .year: self = .year
        case .quarter: self = .quarter
        case .month: self = .month
        default: return nil
        }
    }
}

extension [Int?] {
    fileprivate func placing(_ place: Int, at index: Int) -> [Int?] {
        var copy = self
        copy[index] = place
        return copy
    }
}
