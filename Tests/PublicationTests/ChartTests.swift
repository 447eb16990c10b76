@testable import Disclosure
import Foundation
@testable import Publication
import TestKit
import Testing

@Suite struct ChartTests {
    private let caption = Drawing.Caption(identifier: "fig", title: "Persons & <others>", description: "Described.")

    private let outcomes: [ReleasedTable.Outcome] = [
        .published(120), .published(0), .withheldPrimary, .withheldComplementary, .notReported, .published(60),
    ]

    @Test func drawsBars() throws {
        let bars = outcomes.enumerated().map {
            BarChart.Bar(label: "Row \($0.offset)", outcome: $0.element, figure: TableCSV.value($0.element))
        }
        #expect(try Golden.difference(BarChart(caption, bars: bars).drawing().svg, from: "bars.svg") == nil)
    }

    @Test func drawsNoBarForWhatIsWithheldZeroOrNotReported() {
        let bars = outcomes.map { BarChart.Bar(label: "x", outcome: $0, figure: TableCSV.value($0)) }
        let svg = BarChart(caption, bars: bars).drawing().svg
        #expect(svg.split(separator: "<rect").count - 1 == 2)
    }

    @Test func drawsTheTwoKindsOfWithholdingAlike() {
        let charts = [ReleasedTable.Outcome.withheldPrimary, .withheldComplementary].map { outcome in
            TrendChart(
                caption,
                points: [
                    .init(label: "a", outcome: .published(3), figure: "3"),
                    .init(label: "b", outcome: outcome, figure: "c"),
                ],
                kind: .full, format: String.init
            ).drawing()
        }
        #expect(charts[0] == charts[1])
    }

    @Test func drawsStackedBarsWithASignForTheWithheldPart() throws {
        let chart = StackedBarChart(
            caption, series: ["Female", "Male"],
            bars: [
                .init(label: "A", parts: [.published(30), .published(50)], figure: "80"),
                .init(label: "B", parts: [.withheldPrimary, .published(10)], figure: "12"),
                .init(label: "C", parts: [.notReported, .published(0)], figure: "0"),
            ])
        #expect(try Golden.difference(chart.drawing().svg, from: "stacked.svg") == nil)
    }

    @Test(arguments: [("full", TrendChart.Kind.full), ("small", .small)])
    func drawsATrendWithGaps(name: String, kind: TrendChart.Kind) throws {
        let points = outcomes.enumerated().map {
            TrendChart.Point(label: "Q\($0.offset + 1)", outcome: $0.element, figure: TableCSV.value($0.element))
        }
        let chart = TrendChart(caption, points: points, kind: kind, format: String.init)
        #expect(try Golden.difference(chart.drawing().svg, from: "trend-\(name).svg") == nil)
    }

    @Test func drawsNoLineIntoAGap() {
        let points = outcomes.map { TrendChart.Point(label: "", outcome: $0, figure: "") }
        let svg = TrendChart(caption, points: points, kind: .small, format: String.init).drawing().svg
        // Of five steps only the first joins two published figures.
        #expect(svg.split(separator: "class=\"trend\"").count - 1 == 1)
    }

    @Test(arguments: [
        (0, [0, 1]), (3, [0, 1, 2, 3]), (55, [0, 20, 40, 60]), (4_746, [0, 2_000, 4_000, 6_000]),
    ])
    func stepsAnAxisInRoundNumbers(largest: Int, marks: [Int]) {
        #expect(AxisScale(largest: largest).marks == marks)
    }

    @Test(arguments: [(3, [1, 2]), (40, [1, 2, 5, 10, 20]), (487, [1, 10, 50, 200]), (4_000, [1, 20, 200, 2_000])])
    func cutsClassesAtRoundNumbers(largest: Int, bounds: [Int]) {
        #expect(ClassBreaks(largest: largest).lowerBounds == bounds)
    }

    @Test(arguments: [(1, [1, 10, 50, 200]), (9, [1, 10, 50, 200]), (12, [10, 50, 200]), (487, [200])])
    func leavesOutClassesThatNoPublishedCountReaches(smallest: Int, bounds: [Int]) {
        #expect(ClassBreaks(smallest: smallest, largest: 487).lowerBounds == bounds)
    }

    @Test(arguments: [(1.0, "1"), (0.5, "0.5"), (12.345, "12.35"), (-0.05, "-0.05"), (2.0 / 3, "0.67")])
    func writesLengthsTheSameEverywhere(value: Double, text: String) {
        #expect(length(value) == text)
    }
}
