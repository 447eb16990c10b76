import InterfaceKit
import Mechanisms
import Registry
import Testing
import Vocabulary

/// B54: lists merge with who sent them and when.
@Suite struct PriorityRouteTests {
    private let house: OverviewHouse
    private let alpha: RecordID
    private let beta: RecordID

    init() throws {
        house = try OverviewHouse()
        (alpha, beta) = (house.plans.register.people.alpha, house.plans.register.people.beta)
    }

    @discardableResult
    private func name(
        _ organisation: RecordID, _ sentOn: String, rank: Int?, _ more: [String: FieldValue]
    ) throws -> RecordID {
        var changes: [String: FieldValue] = ["organisation": .link(organisation), "sent-on": try house.day(sentOn)]
        changes["rank"] = rank.map { .integer($0) }
        return try house.take("name", "route-priority", nil, changes.merging(more) { $1 })
    }

    private static let route: [String: FieldValue] = [
        "kind": .code("route"), "from": .code("NG"), "to": .code("IT"), "via": .codes(["NE", "LY"]),
    ]
    private static let origin: [String: FieldValue] = ["kind": .code("origin"), "from": .code("VN")]

    @Test func b54ListsMergeWithWhoSentThemAndWhen() throws {
        try name(alpha, "2026-02-01", rank: 1, Self.origin)
        try name(alpha, "2026-02-01", rank: 2, Self.route)
        // The same way, its countries in another order.
        try name(beta, "2026-03-01", rank: 1, Self.route.merging(["via": .codes(["LY", "NE"])]) { $1 })
        let rows = try house.rows(.priorityRoutes)
        #expect(
            rows.map { Array($0.prefix(7)) } == [
                ["route", "NG", "LY NE", "IT", "2", "1", "2"], ["origin", "VN", "", "", "1", "1", "1"],
            ]
                || rows.map { Array($0.prefix(7)) } == [
                    ["route", "NG", "NE LY", "IT", "2", "1", "2"], ["origin", "VN", "", "", "1", "1", "1"],
                ])
        #expect(rows[0][7].contains("2026-02-01 (2)") && rows[0][7].contains("2026-03-01 (1)"))
    }

    @Test func b54ALaterListTakesThePlaceOfTheEarlierOneAndItStaysToBeRead() throws {
        try name(alpha, "2026-02-01", rank: 1, Self.origin)
        try name(alpha, "2026-06-01", rank: 1, Self.route)
        #expect(try house.column("kind", of: .priorityRoutes) == ["route"])
        #expect(try house.column("kind", of: .priorityRoutes, on: "2026-05-31") == ["origin"])
        #expect(try house.column("list", of: .priorityLists) == ["newest-list", "replaced-list"])
        #expect(try house.rows(.priorityRoutes, on: "2026-01-31").isEmpty)
    }

    @Test func b54WhatNoRankWasGivenComesAfterWhatHasOne() throws {
        try name(alpha, "2026-02-01", rank: nil, Self.origin)
        try name(alpha, "2026-02-01", rank: 9, Self.route)
        #expect(try house.column("best-rank", of: .priorityRoutes) == ["9", ""])
    }

    @Test func b54AWithdrawnLineCountsNoMore() throws {
        let line = try name(alpha, "2026-02-01", rank: 1, Self.origin)
        try house.take("withdraw", "route-priority", line)
        #expect(try house.rows(.priorityRoutes).isEmpty)
    }

    @Test(
        arguments: [
            ["kind": .code("origin")], ["kind": .code("route"), "from": .code("NG")], ["kind": .code("transit")],
            ["kind": .code("destination"), "from": .code("NG")],
            ["kind": .code("origin"), "from": .code("ZZZ")],
        ] as [[String: FieldValue]])
    func b54ALineNamesTheCountriesOfItsKind(fields: [String: FieldValue]) throws {
        #expect(throws: Refusal.self) { try name(alpha, "2026-02-01", rank: 1, fields) }
    }

    @Test func b54TheDayIsADay() throws {
        #expect(try house.codes { try name(alpha, "2026-02", rank: 1, Self.origin) } == ["M136"])
    }

    @Test func b54WhoMayReadPlansReadsTheMergedList() throws {
        try name(alpha, "2026-02-01", rank: 1, Self.origin)
        #expect(try house.rows(.priorityRoutes, as: house.plans.register.people.caseworkerOfAlpha).count == 1)
    }
}
