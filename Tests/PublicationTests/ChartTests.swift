@testable import Disclosure
import Foundation
@testable import Publication
import TestKit
import Testing

@Suite struct ChartTests {
    private let caption = Drawing.Caption(identifier: "fig", title: "Persons & <others>", description: "Described.")

    private let fromTheRight = Drawing.Caption(
        identifier: "fig", title: "Persons", description: "Described.", direction: .rightToLeft)

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

    /// The same as from the left, with every place turned: what was a share from the left is one from the right.
    @Test(arguments: [("full", TrendChart.Kind.full), ("small", .small)])
    func drawsATrendFromTheRight(name: String, kind: TrendChart.Kind) throws {
        let points = outcomes.enumerated().map {
            TrendChart.Point(label: "Q\($0.offset + 1)", outcome: $0.element, figure: TableCSV.value($0.element))
        }
        let chart = TrendChart(fromTheRight, points: points, kind: kind, format: String.init)
        #expect(try Golden.difference(chart.drawing().svg, from: "trend-\(name).rtl.svg") == nil)
    }

    @Test func drawsBarsFromTheRight() throws {
        let parts: [ReleasedTable.Outcome] = [.published(30), .published(50)]
        let svg = StackedBarChart(
            fromTheRight, series: ["Female", "Male"],
            bars: [.init(label: "A", parts: parts, figure: "80"), .init(label: "B", parts: [parts[0]], figure: "30")]
        ).drawing().svg
        // The longest bar takes 66 hundredths: 30 of 80 are 24.75, from 75.25 to the right edge; 50 of 80 are 41.25.
        #expect(svg.contains("class=\"series-0\" x=\"75.25%\" y=\"20\" width=\"24.75%\""))
        #expect(svg.contains("class=\"series-1\" x=\"34%\" y=\"20\" width=\"41.25%\""))
        #expect(svg.contains("x=\"34%\" dx=\"-6\" y=\"32\">80</text>"))
        #expect(svg.contains("class=\"name\" x=\"100%\""))
        #expect(svg.contains(" direction=\"rtl\""))
    }

    @Test(arguments: [
        ("Sexual exploitation", ["Sexual exploitation"]), ("", []),
        (
            "Forced labour or services + Exploitation in criminal activities",
            ["Forced labour or services +", "Exploitation in criminal", "activities"]
        ),
        ("Donaudampfschifffahrtsgesellschaftskapitän", ["Donaudampfschifffahrtsgesellschaftskapitän"]),
    ])
    func breaksLongNamesIntoLines(name: String, lines: [String]) {
        #expect(WrappedLabel(name).lines == lines)
    }

    @Test func makesRoomForANameOfTwoLines() {
        let bars = ["Short", "Exploitation in criminal activities", "Next"].map {
            BarChart.Bar(label: $0, outcome: .published(1), figure: "1")
        }
        let svg = BarChart(caption, bars: bars).drawing().svg
        // 42 for a bar and its name, 18 for a line more.
        #expect(svg.contains("height=\"144\""))
        #expect(svg.contains("y=\"116\">Next</text>"))
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
