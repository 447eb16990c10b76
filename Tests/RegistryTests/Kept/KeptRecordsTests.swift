import Access
import InterfaceKit
import Mechanisms
import Testing
import Vocabulary

@testable import Registry

/// Records that are kept in memory between questions are those of the ledger, and no more of them than anybody may read.
@Suite struct KeptRecordsTests {
    private let house: PlanRegister
    private let meeting: RecordID

    init() throws {
        house = try PlanRegister()
        meeting = try KeptRecordsTests.planned("Spring meeting", house)
    }

    private static func planned(_ title: String, _ house: PlanRegister) throws -> RecordID {
        try house.take(
            "plan", "meeting", nil,
            [
                "body": .text("Harbour Board"), "title": .text(title), "agenda": .text("The horn"),
                "first-date": .period(try #require(Period("2026-04-27"))),
                "participants": .text("The keeper of the horn"),
            ])
    }

    private func states(_ registry: Registry) throws -> [RecordID: String] {
        try registry.readable("meeting", house.asking).reduce(into: [:]) { $0[$1.record] = $1.state }
    }

    @Test func whatWasWrittenSinceIsInTheNextAnswer() throws {
        let registry = house.register.registry
        // As a server that runs beside the command line: nothing but the ledger tells it.
        let beside = try Registry(ledger: registry.ledger, book: registry.book, clock: registry.clock)
        for reader in [registry, beside] { #expect(try states(reader) == [meeting: "planned"]) }
        let second = try KeptRecordsTests.planned("Autumn meeting", house)
        for reader in [registry, beside] { #expect(try states(reader) == [meeting: "planned", second: "planned"]) }
        try house.take("hold", "meeting", meeting, ["held-on": .period(try #require(Period("2026-04-27")))])
        for reader in [registry, beside] { #expect(try states(reader) == [meeting: "held", second: "planned"]) }
        #expect(try registry.readable("meeting", house.asking).map(\.record) == [meeting, second].sorted())
    }

    @Test func nothingAboveOpenFieldsIsKept() throws {
        let registry = house.register.registry
        let kept = try #require(registry.keptRecords["meeting"]).read(registry.ledger)
        let fields = try #require(kept.values[meeting]).fields
        #expect(fields["title"] != nil && fields["participants"] == nil)
    }
}
