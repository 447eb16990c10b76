import Testing

@testable import Linkage

@Suite struct CandidatePassesTests {
    private let persons = InventedPersons(3000, seed: 11)

    private func limits(_ bytes: Int?) -> PairingLimits { PairingLimits(records: 3750, indexBytes: bytes) }

    private func candidates(_ passes: CandidatePasses, _ table: RecordTable) -> Set<UInt64> {
        var pairs: Set<UInt64> = []
        passes.forEach { _, index in
            var search = CandidateSearch(index, table, withinSources: true)
            var found: [UInt32] = []
            for record in 0..<table.count {
                search.candidates(of: record, into: &found)
                for other in found { pairs.insert(UInt64(record) << 32 | UInt64(other)) }
            }
        }
        return pairs
    }

    @Test(arguments: [400_000, 1_000_000])
    func severalPassesFindTheCandidatesOfOne(bytes: Int) throws {
        let table = try persons.table()
        let one = CandidatePasses(table, limits: limits(nil))
        let several = CandidatePasses(table, limits: limits(bytes))
        #expect(one.ranges.count == 1)
        #expect(several.ranges.count > 2)
        #expect(candidates(several, table) == candidates(one, table))
    }

    @Test func noPassTakesMoreMemoryThanItIsGiven() throws {
        let table = try persons.table()
        CandidatePasses(table, limits: limits(600_000)).forEach { _, index in
            #expect(8 * index.blockOf.count <= 600_000)
        }
    }

    @Test func severalPassesFindThePersonsOfOne() throws {
        let table = try persons.table()
        func groups(_ bytes: Int?) throws -> Set<[Int]> {
            let run = LinkRun(table, options: LinkOptions(limits: limits(bytes))) { "1:\($0)" }
            return Set(try run.finish().groups.map { $0.records })
        }
        let (one, several) = (try groups(nil), try groups(500_000))
        // The model is learnt from the same pairs in another order.
        #expect(one.symmetricDifference(several).count <= one.count / 200)
    }

    @Test func aStoppedRunGoesOnAndEndsAsAnother() throws {
        let table = try persons.table()
        let linker = try Linker(table, withinSources: true, passes: CandidatePasses(table, limits: limits(500_000)))
        let whole = try linker.scored(least: -6)
        let half = Shelf()
        half.pairs = []
        var seen = ScoredPairs()
        // What a run had kept that was stopped within its second pass.
        try linker.passes.forEach { pass, index in
            guard pass < 2 else { return }
            var search = CandidateSearch(index, table, withinSources: true)
            var found: [UInt32] = []
            let comparer = linker.comparer()
            for record in 1..<(pass == 0 ? table.count : 1000) {
                search.candidates(of: record, into: &found)
                seen.candidates += found.count
                for other in found {
                    let logOdds = linker.logOdds(record, Int(other), comparer)
                    seen.expectedMatches += MatchModel.probability(logOdds: Double(logOdds))
                    guard logOdds >= -6 else { continue }
                    half.pairs?.append(ScoredPair(first: UInt32(record), second: other, logOdds: logOdds))
                }
            }
        }
        half.place = ScoringPlace(
            pass: 1, record: 1000, candidates: seen.candidates, expectedMatches: seen.expectedMatches)
        let taken = try linker.scored(least: -6, shelf: half)
        #expect(taken.pairs == whole.pairs)
        #expect(taken.candidates == whole.candidates)
    }

    /// Gives what it holds to any run.
    private final class Shelf: ScoreShelf {
        var pairs: [ScoredPair]?
        var place = ScoringPlace.start

        func kept(of mark: UInt64) -> (pairs: [ScoredPair], place: ScoringPlace)? { pairs.map { ($0, place) } }
        func keep(_ pairs: ArraySlice<ScoredPair>, at place: ScoringPlace) {}
    }
}
