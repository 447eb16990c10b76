import Access
import Testing

@Suite struct PolicyTests {
    private let policy = Policy()

    private func allows(_ function: FunctionKind, _ action: Action, _ purpose: Purpose) -> Bool {
        let actor = Actor(account: "a", function: function, organisation: nil)
        if case .success = policy.decide(actor, action, for: purpose) { return true }
        return false
    }

    @Test func aRapporteurCountsAndNeverReadsARecord() {
        #expect(allows(.rapporteur, .count, .statistics))
        for purpose in Purpose.allCases {
            #expect(!allows(.rapporteur, .read, purpose))
            #expect(!allows(.rapporteur, .search, purpose))
            #expect(!allows(.rapporteur, .write, purpose))
        }
    }

    @Test func thePublicReadsReleasesAndNothingElse() {
        let allowed = Action.allCases.filter { action in
            Purpose.allCases.contains { allows(.public, action, $0) }
        }
        #expect(allowed == [.readRelease])
    }

    @Test func whoKeepsTheMachineReadsNoRecord() {
        for purpose in Purpose.allCases {
            #expect(!allows(.systemOperator, .read, purpose))
            #expect(!allows(.systemOperator, .search, purpose))
        }
    }

    @Test func aGrantForFiguresReachesNoPersonalField() throws {
        let actor = Actor(account: "a", function: .rapporteur, organisation: nil)
        let grant = try policy.decide(actor, .count, for: .statistics).get()
        #expect(grant.ceiling == .open)
    }

    @Test func aRefusalSaysWhoMayNotDoWhatAndWhomToAsk() {
        let refusal = AccessRefusal.notPermitted(function: .public, action: .erase, purpose: .publication)
        #expect(refusal.code == "A101")
        #expect(refusal.message.contains("erase"))
        #expect(refusal.message.contains("Ask"))
    }
}
