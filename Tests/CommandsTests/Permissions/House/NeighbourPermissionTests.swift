import Access
import Foundation
import Mechanisms
import Registry
import Testing
import Vocabulary

@testable import Commands
@testable import Website

extension HousePermissionTests {
    /// What is said of records beside the one that was asked for.
    @Suite struct NeighbourPermissionTests {
        /// Beside a record that they read, others are named only to those who may know of them.
        @Test(arguments: Worker.all)
        func neighboursAreNamedOnlyToWhomTheMatrixLetsKnowOfThem(worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let unknown = house.world.specimens.filter { house.expected.ceiling(worker, .list, of: $0) == nil }
            let known = house.world.specimens.filter { house.expected.ceiling(worker, .list, of: $0) != nil }
            let tried = try await house.asking { asker in
                for (kind, hub) in house.world.hubs {
                    let replies = [
                        try await asker.ask("/api/v1/\(kind)/\(hub)/links", as: worker),
                        try await asker.visit("/work/record/\(hub)", as: worker),
                    ]
                    for reply in replies {
                        let betrayed = unknown.filter { reply.text.contains($0.record.description) }
                        #expect(betrayed.map(\.place) == [], "\(kind)")
                        #expect(house.leaks(in: reply, for: worker) == [], "\(kind)")
                    }
                    let isReader = house.expected.ceiling(worker, .read, .victims, .ownOrganisation, isClosed: false)
                    let named = known.filter { replies[0].text.contains($0.record.description) }
                    #expect(named.isEmpty == (isReader == nil), "\(kind) names nobody at all")
                }
                return house.world.hubs.count * house.world.specimens.count * 2
            }
            Tally.add(tried, to: "neighbours")
        }

        /// What a print says of a record beside the one that is printed: what may leave of it, else what is open.
        @Test(arguments: Worker.all)
        func aNeighbourIsNamedOnPaperAsFarAsItMayLeave(worker: Worker) throws {
            let house = try HousePermissionTests.house
            let registry = house.open.registry
            let mandate = try #require(house.world.mandates[worker.function])
            let actor = try #require(
                registry.directory.actor(house.world.account, through: mandate, on: house.world.now.day))
            let asking = Asking(actor, for: worker.purpose)
            let near = house.specimens(stride: 8, from: 4, for: worker).filter {
                house.expected.ceiling(worker, .read, of: $0) != nil
            }
            for specimen in near {
                let view = try registry.read(specimen.record, asking)
                let paper = registry.onPaper(view, asking).fields.filter {
                    if case .shown = $0.content { true } else { false }
                }
                let leaving = house.expected.ceiling(worker, .export, of: specimen) ?? .open
                let reading = house.expected.ceiling(worker, .read, of: specimen) ?? .open
                #expect(Set(paper.map(\.name)) == specimen.fields(upTo: min(leaving, reading)), "\(specimen.place)")
            }
            Tally.add(near.count, to: "names on paper")
        }
    }
}
