import Foundation
import HummingbirdTesting
import Ledger
import Testing

@testable import Website

/// Three people on the same records, in any order: browsers and the interface, double clicks, answers that never
/// arrive, clocks that jump, sessions that end. Afterwards the ledger says whether anybody was wronged.
///
/// `RAPPORTEUR_STORIES=500` plays more of them. A failure prints the seed and the fewest moves that still show it.
@Suite struct InterleavingTests {
    private static let stories =
        ProcessInfo.processInfo.environment["RAPPORTEUR_STORIES"].flatMap { Int($0) } ?? 12
    private static let moves = 28

    @Test(arguments: [0, 1] as [UInt64])
    func everyChangeIsMadeOnWhatItsAuthorSawOnceAndWhole(half: UInt64) async throws {
        let house = try RestlessHouse()
        var changes = 0
        for story in 0..<UInt64(InterleavingTests.stories / 2) {
            let seed = story * 2 + half + 1
            let moves = Move.story(seed, moves: InterleavingTests.moves)
            let check = try await play(moves, seed, number: story, in: house)
            changes += check.changes
            guard !check.violations.isEmpty else { continue }
            let fewest = try await fewest(of: moves, seed, in: house)
            Issue.record("seed \(seed): \(check.violations)\nmoves: \(fewest.map(\.description))")
            return
        }
        #expect(changes > InterleavingTests.stories, "almost nothing was changed: nothing was tried")
        #expect(try house.ledger.verify(projections: true).isSound)
    }

    /// The check has to find each of the four promises broken.
    @Test(arguments: Fault.allCases)
    func aHouseThatIsWrongOnPurposeIsFoundOut(fault: Fault) async throws {
        let house = try RestlessHouse()
        for seed in 1...20 as ClosedRange<UInt64> {
            let moves = Move.story(seed, moves: InterleavingTests.moves)
            let check = try await play(moves, seed, number: seed, in: house, fault: fault)
            if !check.violations.isEmpty { return }
        }
        Issue.record("twenty stories in a house with \(fault.rawValue), and nobody noticed")
    }

    private func play(
        _ moves: [Move], _ seed: UInt64, number: UInt64, in house: RestlessHouse, fault: Fault? = nil
    ) async throws -> StoryCheck {
        try await house.application().test(.router) { client in
            let story = try Story(house, client, seed: seed, number: number, fault: fault)
            try await story.play(moves)
            return try StoryCheck(story)
        }
    }

    /// Leaves out moves as long as the story still ends badly.
    private func fewest(of moves: [Move], _ seed: UInt64, in house: RestlessHouse) async throws -> [Move] {
        var fewest = moves
        var number: UInt64 = 10_000
        for stretch in [8, 4, 2, 1] {
            var place = 0
            while place < fewest.count {
                var fewer = fewest
                fewer.removeSubrange(place..<min(place + stretch, fewer.count))
                number += 1
                let check = try await play(fewer, seed, number: number, in: house)
                if check.violations.isEmpty { place += stretch } else { fewest = fewer }
            }
        }
        return fewest
    }
}
