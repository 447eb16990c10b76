import ArgumentParser
import Foundation
import Ledger
import Mechanisms
import NumericMethods
import TestKit
import Testing

@testable import Commands

/// `kill -9` of the serving program, again and again under load, at a moment that a seed decides.
///
/// Five times here; `RAPPORTEUR_KILLS=20` for as often as the release is tried.
@Suite(.serialized) struct KilledHouseTests {
    private static let kills = ProcessInfo.processInfo.environment["RAPPORTEUR_KILLS"].flatMap { Int($0) } ?? 5
    private static let clients = 6

    @Test func nothingAcknowledgedIsLostAndNothingIsDoneTwice() throws {
        let folder = try TemporaryFolder()
        let register = folder.path("r")
        let country = try ServedCountry.copy(to: register)
        let acknowledged = Acknowledged()
        var random = SeededGenerator(seed: 9)
        for round in 0..<KilledHouseTests.kills {
            let house = try ServedHouse(register)
            try askAgain(acknowledged, house)
            Workers.run(KilledHouseTests.clients) { number in
                let person = number % 2 == 0 ? country.caseworker : country.colleague
                var client = BusyClient(number, round: round, of: house, as: person, acknowledged)
                client.work()
            } meanwhile: {
                for _ in 0..<Int.random(in: 20..<60, using: &random) { acknowledged.beat.wait() }
                house.end(by: SIGKILL)
            }
            try check(register, acknowledged, after: round)
        }
        let house = try ServedHouse(register)
        try askAgain(acknowledged, house)
        #expect(house.end() == 0)
        try check(register, acknowledged, after: KilledHouseTests.kills)
        #expect(acknowledged.surprises == [])
        #expect(acknowledged.written.count > 15 * KilledHouseTests.kills, "hardly anything was written")
        #expect(acknowledged.reads > KilledHouseTests.kills, "hardly anything was read")
    }

    /// What nobody heard an answer to is asked again in the same words, and gets one.
    private func askAgain(_ acknowledged: Acknowledged, _ house: ServedHouse) throws {
        let client = house.client()
        for change in acknowledged.takeUnanswered() { _ = try BusyClient.send(change, client, acknowledged) }
    }

    private func check(_ register: String, _ acknowledged: Acknowledged, after round: Int) throws {
        let open = try OpenRegister.open(RegisterFolder.parse(["--data", register]), for: .reading)
        defer { try? open.close() }
        var made: [String: [Int]] = [:]
        try open.ledger.events { event in
            if let mark = event.draft.reason, mark.hasPrefix("mark-") {
                made[mark, default: []].append(event.draft.version)
            }
            return true
        }
        let lost = acknowledged.written.filter { made[$0.key] != [$0.value] }
        #expect(lost == [:], "acknowledged, and not there as it was (round \(round))")
        #expect(made.filter { $0.value.count > 1 } == [:], "done twice (round \(round))")
        #expect(try open.ledger.verify(projections: true).faults == [], "round \(round)")
    }
}
