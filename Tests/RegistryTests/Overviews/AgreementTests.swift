import Access
import InterfaceKit
import Mechanisms
import Registry
import Testing
import Vocabulary

/// B83: an agreement is cited only while it is in force, and for what it covers; those that nobody uses are listed.
@Suite struct AgreementTests {
    private let house: OverviewHouse
    private var people: InterfacePeople { house.plans.register.people }

    init() throws { house = try OverviewHouse() }

    /// In force from 2025 to 2026, for referrals, with sharing of data, unless said otherwise.
    private func agreement(_ changes: [String: FieldValue] = [:], entersIntoForce: Bool = true) throws -> RecordID {
        let basics: [String: FieldValue] = [
            "title": .text("Harbour memorandum"), "kind": .code("memorandum"), "scope": .codes(["referral"]),
            "data-sharing": .boolean(true), "other-parties": .text("The town"),
            "signed-on": try house.day("2024-12-01"),
            "in-force-from": try house.day("2025-01-01"), "expires-on": try house.day("2026-12-31"),
        ]
        let record = try house.take("propose", "agreement", nil, basics.merging(changes) { $1 })
        try house.take("sign", "agreement", record)
        if entersIntoForce { try house.take("enter-into-force", "agreement", record) }
        return record
    }

    /// The codes of the refusal of a share that cites it.
    private func cite(
        _ agreement: RecordID, for purpose: String = "protection", on day: String = "2026-09-01"
    ) throws -> [String] {
        let person = try house.plans.register.open("person", by: people.caseworkerOfBeta)
        return try house.codes {
            try house.take(
                "offer", "share", nil,
                [
                    "packet": .code("victim-data"), "records": .links([person]), "receiver": .link(people.alpha),
                    "purpose": .code(purpose), "basis": .code("public-task"), "legal-basis": .text("Act 1"),
                    "agreement": .link(agreement), "marking": .code("named"), "expires-on": try house.day("2026-10-01"),
                ], on: day, by: people.caseworkerOfBeta)
        }
    }

    @Test func b83AShareCitesAnAgreementThatIsInForceAndCoversIt() throws {
        #expect(try cite(agreement()) == [])
    }

    @Test func b83NotBeforeItIsInForce() throws {
        #expect(try cite(agreement(entersIntoForce: false)) == ["M150"])
        #expect(try cite(agreement(), on: "2024-12-31") == ["M150"])
    }

    @Test func b83NotAfterItsLastDayOrItsEnd() throws {
        let past = try agreement(["expires-on": try house.day("2026-08-31")])
        #expect(try cite(past) == ["M150"])
        #expect(try cite(past, on: "2026-08-31") == [])
        let ended = try agreement()
        try house.take("terminate", "agreement", ended)
        #expect(try cite(ended) == ["M150"])
    }

    @Test(arguments: ["return", "investigation", "statistics"])
    func b83NotForWhatItDoesNotCover(purpose: String) throws {
        #expect(try cite(agreement(), for: purpose) == ["M150"])
    }

    @Test func b83NotWhereItSaysNothingOfSharingData() throws {
        #expect(try cite(agreement(["data-sharing": .boolean(false)])) == ["M150"])
    }

    /// Of a first share, or a few, nothing is said: they would tell of cases.
    @Test(arguments: [1, CountThreshold.usual - 1, CountThreshold.usual])
    func b83ThoseThatFewOrNoneUseComeFirst(shares: Int) throws {
        let used = try agreement(["title": .text("A used one")])
        _ = try agreement(["title": .text("An unused one")])
        _ = try agreement(["title": .text("An idea")], entersIntoForce: false)
        for _ in 0..<shares { #expect(try cite(used) == []) }
        let isTold = shares >= CountThreshold.usual
        #expect(
            try Set(house.rows(.agreements).map { [$0[0], $0[9]] }) == [
                ["An unused one", "cited-seldom"], ["A used one", isTold ? "cited" : "cited-seldom"],
                ["An idea", "not-in-force"],
            ])
        #expect(try house.rows(.agreements).map { $0[0] }.last == "An idea")
        #expect(try !isTold || house.rows(.agreements)[0][0] == "An unused one")
    }
}
