import Testing

@testable import Statistics

@Suite struct EstimateReportTests {
    private func korea() throws -> ReportedTable {
        try CaptureTableReader().read(
            header: ["b", "c", "d", "count"],
            rows: [
                ["1", "0", "0", "5"], ["0", "1", "0", "5"], ["0", "0", "1", "41"], ["1", "1", "0", "54"],
                ["1", "0", "1", "6"], ["1", "1", "1", "12"],
            ])
    }

    private var quick: EstimateSettings {
        var settings = EstimateSettings()
        (settings.replicates, settings.simulations, settings.replicatesOfSimulations) = (100, 10, 50)
        return settings
    }

    @Test func saysTheSameForTheSameSeed() throws {
        let (first, again) = (
            try EstimateReport(korea(), settings: quick), try EstimateReport(korea(), settings: quick)
        )
        #expect(first.methods == again.methods && first.coverage == again.coverage)
        #expect(Verdict(first) == Verdict(again) && first.withOnePersonMoved == again.withOnePersonMoved)
    }

    @Test func putsTheMethodsSideBySide() throws {
        let report = try EstimateReport(korea(), settings: quick)
        #expect(report.methods.map(\.method) == [.stepwise, .bic, .aic, .average, .dga, .independence, .chao])
        #expect(report.refused.isEmpty)
    }

    /// The model with b and c joined gives 269, the one with c joined to both others 157 and the better criterion.
    @Test func isNotGreenWhereMethodsDiffer() throws {
        let verdict = Verdict(try EstimateReport(korea(), settings: quick))
        #expect(verdict.light != .green)
        #expect(verdict.reasons.contains { $0.code == "methods-differ" })
        #expect(verdict.reasons.map(\.light) == verdict.reasons.map(\.light).sorted(by: >))
    }

    @Test func isRedForTwoLists() throws {
        let reported = try CaptureTableReader().read(
            header: ["A", "B", "count"], rows: [["1", "0", "400"], ["0", "1", "300"], ["1", "1", "200"]])
        let verdict = Verdict(try EstimateReport(reported, settings: quick))
        #expect(verdict.light == .red && verdict.reasons.first?.code == "two-lists")
    }

    /// Three independent lists, many persons, every history as expected.
    @Test func isGreenForATableThatHangsOnNothing() throws {
        let chances = [0.5, 0.45, 0.4]
        let rows = (1..<8).map { history in
            let share = chances.indices.reduce(1.0) {
                $0 * (history >> $1 & 1 == 1 ? chances[$1] : 1 - chances[$1])
            }
            return (0..<3).map { String(history >> $0 & 1) } + [String(Int((share * 20_000).rounded()))]
        }
        let reported = try CaptureTableReader().read(header: ["A", "B", "C", "count"], rows: rows)
        let verdict = Verdict(try EstimateReport(reported, settings: quick))
        #expect(verdict.light == .green, "\(verdict.reasons.map(\.code))")
    }

    @Test func leavesOutWhatIsTooLargeAndSaysWhy() throws {
        let lists = (1...7).map { "L\($0)" }
        var rows = (0..<7).map { list in (0..<7).map { $0 == list ? "1" : "0" } + ["40"] }
        for first in 0..<7 {
            for second in (first + 1)..<7 {
                rows.append((0..<7).map { $0 == first || $0 == second ? "1" : "0" } + ["6"])
            }
        }
        let reported = try CaptureTableReader().read(header: lists + ["count"], rows: rows)
        let report = try EstimateReport(reported, settings: quick)
        #expect(report.refused.map(\.part) == ["bic", "aic", "average", "dga"])
        #expect(report.refused.map(\.code) == ["E131", "E131", "E131", "E133"])
    }

    @Test(arguments: [(8785.0, 14701.0, 500), (123, 431, 20), (10, 12, 1), (47_393, 162_845, 10_000)])
    func roundsToWhatTheIntervalBears(lower: Double, upper: Double, unit: Int) {
        #expect(RoundedFigure.unit(for: lower...upper) == unit)
    }

    @Test func roundsPartsSoThatTheyAddUp() {
        let parts = RoundedFigure.parts([134, 133, 133], to: 100)
        #expect(parts == [200, 100, 100])
    }
}
