import Access
import Mechanisms
import NumericMethods
import Testing
import Vocabulary

@testable import Ledger

@Suite struct ListTests {
    /// Every function, action and supervision: what a list shows is what the policy says of each record, whatever the
    /// filters, and the ledger's relations are those of a plain reading.
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func aListShowsWhatThePolicySaysOfEachRecordAndNothingElse(seed: UInt64) throws {
        let country = try RandomRegister(seed: seed, events: 220)
        var random = SeededGenerator(seed: seed + 1000)
        var shown = 0
        for actor in actors(of: country) {
            for mechanism in SmallBook.mechanisms {
                let reach = Policy().reach(of: actor, .list, mechanism, for: actor.function.purpose)
                let query = query(mechanism, reach, country, using: &random)
                let expected = country.matching(query)
                let found = try pages(of: query, in: country)
                #expect(found.map(\.record) == expected.map(\.id), "\(query)")
                #expect(try country.register.ledger.count(query) == .exactly(expected.count))
                for row in found {
                    let record = try #require(expected.first { $0.id == row.record })
                    #expect(row.relations == country.relations(of: actor, to: record))
                    #expect(row.state == record.state && row.version == record.version)
                    #expect(row.isClosed == mechanism.closedStates.contains(record.state))
                }
                shown += found.count
            }
        }
        #expect(shown > 300, "hardly anything was in reach: nothing was tested")
        #expect(try country.register.ledger.verify(projections: true).faults == [])
    }

    private func actors(of country: RandomRegister) -> [Actor] {
        FunctionKind.allCases.flatMap { function in
            [
                Actor(
                    account: "anna", function: function, organisation: country.organisations[0],
                    post: country.posts[0]),
                Actor(
                    account: "ben", function: function, organisation: country.organisations[1], post: nil,
                    supervises: .organisations([country.organisations[2], country.organisations[3]])),
                Actor(account: "nobody", function: function, organisation: nil, supervises: .everybody),
            ]
        }
    }

    private func query(
        _ mechanism: Mechanism, _ reach: Reach, _ country: RandomRegister, using random: inout SeededGenerator
    ) -> RecordQuery {
        var filters: [RecordQuery.Filter] = []
        for name in mechanism.listedBy where Int.random(in: 0..<3, using: &random) == 0 {
            guard let field = mechanism.field(name) else { continue }
            let today = TestRegister.now.day
            switch field.kind {
            case .text:
                filters.append(
                    .text(field: name, prefix: ["A", "ald", "Birch", "x"].randomElement(using: &random) ?? ""))
            case .period:
                filters.append(
                    .days(field: name, from: today.adding(days: -1), through: Bool.random(using: &random) ? nil : today)
                )
            case .link, .links:
                let target = country.records.randomElement(using: &random)?.id ?? Draft.id(1)
                filters.append(.linked(field: name, to: target))
            default: filters.append(.codes(field: name, anyOf: ["a", "consent", "unheard-of"]))
            }
        }
        let states = Bool.random(using: &random) ? nil : Set(mechanism.states.prefix(1))
        return RecordQuery(
            mechanism.name, within: reach, states: states, filters: filters,
            limit: Int.random(in: 1...7, using: &random))
    }

    private func pages(of query: RecordQuery, in country: RandomRegister) throws -> [RecordRow] {
        var query = query
        var rows: [RecordRow] = []
        while true {
            let page = try country.register.ledger.list(query)
            rows += page.rows
            guard let next = page.next else { return rows }
            query.before = next
        }
    }

    @Test func aFieldThatIsNotListedIsRefusedAsAFilter() throws {
        let register = try TestRegister(rules: SmallBook.rules)
        let reach = Policy().reach(of: ListTests.rapporteur, .list, .victims, for: .statistics)
        #expect(throws: LedgerFailure.notListed(mechanism: "person", field: "family-name")) {
            try register.ledger.list(
                RecordQuery("person", within: reach, filters: [.text(field: "family-name", prefix: "a")]))
        }
    }

    static let rapporteur = Actor(account: "r", function: .rapporteur, organisation: nil)

    @Test func countingStopsWhereItIsToldTo() throws {
        let register = try TestRegister(rules: SmallBook.rules)
        _ = try register.ledger.append(
            (1...6).map { Draft.person($0) }, under: TestRegister.grant(.write))
        let reach = Policy().reach(of: ListTests.rapporteur, .list, .victims, for: .statistics)
        let query = RecordQuery("person", within: reach)
        #expect(try register.ledger.count(query, upTo: 5) == .moreThan(5))
        #expect(try register.ledger.count(query, upTo: 6) == .exactly(6))
    }

    @Test func everyPageSaysHowManyThereAreAsFarAsItWasAsked() throws {
        let register = try TestRegister(rules: SmallBook.rules)
        _ = try register.ledger.append(
            (1...6).map { Draft.person($0) }, under: TestRegister.grant(.write))
        let reach = Policy().reach(of: ListTests.rapporteur, .list, .victims, for: .statistics)
        var query = RecordQuery("person", within: reach, limit: 4)
        let first = try register.ledger.list(query, countingUpTo: 5)
        #expect(first.rows.count == 4 && first.total == .moreThan(5))
        #expect(try register.ledger.list(query, countingUpTo: 6).total == .exactly(6))
        #expect(try register.ledger.list(query).total == .moreThan(4))
        query.before = first.next
        #expect(try register.ledger.list(query, countingUpTo: 6).total == .exactly(6))
        // What the page itself shows is known without counting; that others came before it, too.
        #expect(try register.ledger.list(query).total == .moreThan(2))
    }

    /// Of two long stretches the thinner one: all persons are “female”, and those of the one organisation came first.
    @Test func ofTwoLongStretchesTheThinnerOneIsWalked() throws {
        let register = try TestRegister(rules: SmallBook.rules)
        let houses = [Draft.id(900_001), Draft.id(900_002)]
        for (place, house) in houses.enumerated() {
            let actor = Actor(account: "anna", function: .caseworker, organisation: house)
            let grant = try Policy().decide(actor, .write, on: Target(.victims, relations: [.own]), for: .protection)
                .get()
            let first = UInt64(place) * 2000 + 1
            _ = try register.ledger.append((first..<first + 1200).map { Draft.person($0) }, under: grant)
        }
        for (house, isThin) in zip(houses, [true, false]) {
            let actor = Actor(account: "ben", function: .caseworker, organisation: house)
            let query = RecordQuery(
                "person", within: Policy().reach(of: actor, .list, .victims, for: .protection),
                filters: [.codes(field: "sex", anyOf: ["female"])])
            let plan = try register.ledger.events.read {
                try ListPlan(query, rules: SmallBook.rules, at: TestRegister.now, $0)
            }
            let isReach = plan.arms.allSatisfy { if case .standing = $0 { true } else { false } }
            #expect(isReach == isThin)
            #expect(try register.ledger.list(query, countingUpTo: 2000).total == .exactly(1200))
        }
    }

    /// The book has no due date above what is open: one is made here.
    @Test(arguments: [(FunctionKind.rapporteur, 0), (.caseworker, 1)])
    func aDueDateThatMayNotBeSeenIsNotListed(function: FunctionKind, listed: Int) throws {
        let today = TestRegister.now.day
        let plan = Mechanism(
            "plan", chapter: .register, serves: [], fields: [.period("review-on", .confidential)], states: ["open"],
            dueFields: ["review-on"], transitions: [])
        let register = try TestRegister(rules: ProjectionRules([plan]))
        let draft = EventDraft(
            mechanism: "plan", record: Draft.id(1), version: 1, kind: "opened", state: "open",
            changes: ["review-on": .period(.day(today))], effective: .day(today))
        _ = try register.ledger.append([draft], under: TestRegister.grant(.write))
        let actor = Actor(account: "tester", function: function, organisation: Draft.id(900_000))
        let reach = Policy().reach(of: actor, .list, .victims, for: function.purpose)
        #expect(try register.ledger.list(RecordQuery("plan", within: reach)).rows.count == 1)
        #expect(try register.ledger.due(DueQuery("plan", within: reach, through: today)).count == listed)
    }

    @Test func dueDatesComeByDayForOpenRecordsInReachAndPageByPage() throws {
        let country = try RandomRegister(seed: 7, events: 200)
        let today = TestRegister.now.day
        var random = SeededGenerator(seed: 11)
        var filtered = 0
        for actor in actors(of: country) + actors(of: country) {
            let reach = Policy().reach(of: actor, .list, .sharing, for: actor.function.purpose)
            // What is due is filtered as any list is.
            let asked = query(SmallBook.share, reach, country, using: &random)
            let expected = country.matching(asked).compactMap { record -> [Int64]? in
                guard case .period(let until)? = record.fields["expires-on"], record.state != "withdrawn",
                    until.end <= today
                else { return nil }
                return [Int64(until.end.daysSinceEpoch), record.number]
            }.sorted { $0.lexicographicallyPrecedes($1) }
            var query = DueQuery(
                "share", within: reach, states: asked.states, filters: asked.filters, through: today, limit: 2)
            var found: [DueRow] = []
            while true {
                let page = try country.register.ledger.due(query)
                found += page
                guard page.count == 2 else { break }
                query.after = page.last
            }
            #expect(found.map { [Int64($0.day.daysSinceEpoch), $0.row.number] } == expected)
            if asked.states != nil || !asked.filters.isEmpty { filtered += expected.count }
        }
        #expect(filtered > 10, "hardly anything met a filter: nothing was tested")
    }
}
