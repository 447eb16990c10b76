import Access
import Mechanisms
import Testing
import Vocabulary

@testable import Ledger

/// Lists and counts must step into indexes, whatever is asked for, and whatever the tables hold.
@Suite struct ListPlanTests {
    private static let house = Draft.id(900_001)

    private static let filters: [[RecordQuery.Filter]] = [
        [], [.codes(field: "sex", anyOf: ["a", "b"])], [.codes(field: "citizenships", anyOf: ["a"])],
        [.codes(field: "sex", anyOf: ["a"]), .codes(field: "citizenships", anyOf: ["b"])],
    ]

    private static let caseFilters: [[RecordQuery.Filter]] = [
        [.text(field: "reference", prefix: "al")],
        [.days(field: "opened-on", from: nil, through: TestRegister.now.day)],
        [.linked(field: "responsible", to: Draft.id(910_001))],
        [
            .text(field: "reference", prefix: "al"), .linked(field: "owner", to: house),
            .days(field: "opened-on", from: nil, through: TestRegister.now.day),
        ],
    ]

    private func reaches() -> [Reach] {
        let supervising = Actor.Supervision.organisations([ListPlanTests.house, Draft.id(900_002)])
        return FunctionKind.allCases.map { function in
            let actor = Actor(
                account: "anna", function: function, organisation: ListPlanTests.house, post: Draft.id(910_001),
                supervises: supervising)
            return Policy().reach(of: actor, .list, .victims, for: function.purpose)
        }
    }

    /// As the tables stand, and with every stretch held for long, so that each way of walking is looked at.
    @Test(arguments: ["person", "case"])
    func everyStatementStepsIntoAnIndex(mechanism: String) throws {
        let country = try RandomRegister(seed: 3, events: 150)
        for projection in Projection.all
        where !["origin", "erasure", "access", "identity_token"].contains(projection.name) {
            let rows = try country.register.ledger.events.read { try Derivation.digest(of: projection, $0).rows }
            #expect(rows > 0, "table “\(projection.name)” is empty: nothing was tested")
        }
        var statements = 0
        for reach in reaches() {
            for filters in mechanism == "person" ? ListPlanTests.filters : ListPlanTests.caseFilters {
                for states in [nil, ["registered", "open"]] as [Set<String>?] {
                    let query = RecordQuery(mechanism, within: reach, states: states, filters: filters)
                    statements += try explain(query, country.register.ledger)
                }
            }
        }
        #expect(statements > 100)
    }

    private func explain(_ query: RecordQuery, _ ledger: Ledger) throws -> Int {
        try ledger.events.read { connection in
            let plans = try ListPlan.all(query, rules: SmallBook.rules, at: TestRegister.now, connection)
            let statements = plans.flatMap { plan in
                plan.statements(before: .max, limit: 50) + plan.arms.map { $0.measure(upTo: 1000) }
            }
            for statement in statements { try expectIndexes(statement, connection) }
            return statements.count
        }
    }

    private func expectIndexes(_ statement: ListStatement, _ connection: any StoreConnection) throws {
        var steps: [String] = []
        try connection.query("EXPLAIN QUERY PLAN \(statement.sql)", statement.parameters) { row in
            steps.append(row.text(3))
            return true
        }
        #expect(!steps.isEmpty)
        // The rows that were limited to a thousand may be looked through; tables may not.
        let scans = steps.filter {
            $0.hasPrefix("SCAN") && $0 != "SCAN some" && !$0.hasPrefix("SCAN (") && $0 != "SCAN CONSTANT ROW"
        }
        #expect(scans == [], "\(statement.sql)")
        let isOrdered = statement.sql.contains("ORDER BY")
        #expect(!isOrdered || !steps.contains { $0.contains("TEMP B-TREE") }, "\(statement.sql) \(steps)")
    }

    @Test func dueDatesStepIntoAnIndex() throws {
        let country = try RandomRegister(seed: 3, events: 150)
        for reach in reaches() {
            var query = DueQuery("share", within: reach, through: TestRegister.now.day)
            query.states = ["offered"]
            query.filters = [.codes(field: "basis", anyOf: ["consent"]), .linked(field: "records", to: Draft.id(1))]
            try country.register.ledger.events.read { connection in
                let plan = try DuePlan(query, rules: SmallBook.rules, at: TestRegister.now, connection)
                for statement in plan.statements { try expectIndexes(statement, connection) }
            }
        }
    }
}
