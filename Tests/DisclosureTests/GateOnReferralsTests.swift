import Tables
import Testing

@testable import Disclosure

@Suite(.enabled(if: ReferralTables.file != nil))
struct GateOnReferralsTests {
    /// Quarter totals as the Home Office published them.
    @Test func protectsLinkedTablesOfReferralsWithoutLosingTheQuarterTotals() throws {
        let referrals = try ReferralTables()
        let tables = try ["Exploitation type", "Age at exploitation", "Gender"].map {
            try referrals.table($0, by: ["Quarter", "First responder type", $0])
        }
        let released = try Gate(rule: ProtectionRule()).release(tables)
        let audit = try #require(released.first).audit
        #expect(audit.exactlyRecoverable == 0 && audit.narrow == 0 && audit.inconsistent == 0)
        for (quarter, total) in [4171, 4586, 4417, 4746, 3998, 4138].enumerated() {
            for table in released { #expect(table.outcome(at: [quarter, nil, nil]) == .published(total)) }
        }
    }
}
