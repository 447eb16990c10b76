import Foundation
import TestKit
import Testing

@testable import Statistics

@Suite struct DecomposableAverageTests {
    /// Numbers of labelled chordal graphs, OEIS A058862.
    @Test(arguments: [(2, 2), (3, 8), (4, 61), (5, 822), (6, 18154)])
    func knowsAllDecomposableGraphs(lists: Int, graphs: Int) {
        #expect(DecomposableGraph.all(lists: lists).count == graphs)
    }

    @Test(.enabled(if: ReferenceData.isThere), arguments: ["Korea", "UKdat_5", "NewOrl_5", "Ned_5"])
    func agreesWithTheReference(name: String) throws {
        let url = try #require(Repository.shared("mse/reference/dga_\(name).json"))
        let all = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
        let table = try ReferenceData.table(name)
        let usual = try #require(all.first { $0.key.hasPrefix("M30_1000_delta0") }?.value as? [String: Any])
        try expect(
            DecomposableAverage(table, grid: .even(times: 30, places: 1000)), like: usual, within: 1e-9)
        let whole = try #require(all.first { $0.key.hasPrefix("M30_full_delta0") }?.value as? [String: Any])
        // The whole-number reference for Ned_5 ends at 60,000, in the valley between two hills.
        try expect(DecomposableAverage(table), like: name == "Ned_5" ? usual : whole, within: 0.01)
    }

    @Test(.enabled(if: ReferenceData.isThere)) func tellsTwoHillsApart() throws {
        #expect(try DecomposableAverage(ReferenceData.table("UKdat_5")).modes.count == 2)
        #expect(try DecomposableAverage(ReferenceData.table("NewOrl_5")).modes.count == 1)
    }

    /// Over 3,690 the complete graph of three lists alone would give the 97.5 % limit another 15 %.
    @Test func saysWhatLiesBeyondItsEnd() throws {
        let average = try DecomposableAverage(PublishedTables.korea())
        #expect(average.shareBeyond > 0.001 && average.shareBeyond < 0.01)
    }

    @Test func refusesSevenLists() throws {
        let lists = (1...7).map { "L\($0)" }
        let table = try CaptureTable(lists: lists, counts: [ListSet([0, 1]): 3, ListSet([2]): 2])
        #expect(throws: StatisticsFailure.self) { try DecomposableAverage(table) }
    }

    private func expect(_ average: DecomposableAverage, like run: [String: Any], within tolerance: Double) throws {
        let quantiles = try #require(run["quantiles"] as? [String: Double])
        for (percent, reference) in quantiles {
            let found = Double(average.quantile((Double(percent) ?? 0) / 100))
            #expect(abs(found - reference) <= tolerance * reference, "\(percent) %: \(found), not \(reference)")
        }
        let models = try #require(run["top_models"] as? [[String: Any]])
        for model in models.prefix(3) {
            let cliques = try #require(model["cliques"] as? String)
            let reference = try #require(model["prob"] as? Double)
            let found = try #require(
                average.graphs.first {
                    $0.graph.notation.split(separator: ",").sorted() == cliques.split(separator: ",").sorted()
                })
            #expect(abs(found.probability - reference) < max(1e-9, tolerance) * 3)
        }
    }
}
