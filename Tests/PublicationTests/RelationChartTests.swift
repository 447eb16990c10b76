import Testing

@testable import Publication

struct RelationChartTests {
    private func svg(_ direction: ReadingDirection, _ text: String = "A & <b>") -> String {
        let chart = RelationChart(
            "Centre", incoming: [.init(text, .held)], outgoing: [.init("Named", .named), .init("Gone", .gone)])
        let caption = Drawing.Caption(identifier: "r", title: "T", description: "D", direction: direction)
        return chart.drawing(caption).svg
    }

    @Test func hasASignForEachEndAndSaysWhatItShows() {
        let svg = svg(.leftToRight)
        #expect(svg.ranges(of: "<circle").count == 2 && svg.ranges(of: "<path").count == 1)
        #expect(svg.contains("height=\"120\"") && svg.contains("A &amp; &lt;b&gt;") && !svg.contains("<b>"))
        #expect(svg.contains("aria-labelledby=\"r-title r-description\""))
    }

    @Test func standsAtTheRightEdgeWhereOneReadsFromTheRight() {
        #expect(svg(.rightToLeft).contains("<svg x=\"100%\"") && svg(.rightToLeft).contains("cx=\"-14\""))
        #expect(svg(.leftToRight).contains("cx=\"14\""))
    }
}
