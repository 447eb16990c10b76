import Access
import Catalogue
import Mechanisms
import Testing

@Suite struct StatusEpisodeTests {
    private let episode = Mechanism.statusEpisode

    private func ways(to state: String) -> Set<String> {
        Set(episode.transitions.filter { $0.to == state && !$0.from.contains(state) }.flatMap(\.from))
    }

    @Test func onlyAnAuthorityIdentifiesAndOnlyAfterAPresumptionOrAReferral() {
        #expect(ways(to: "identified") == ["potential", "presumed"])
        let steps = episode.transitions.filter { $0.to == "identified" && $0.name == "identify" }
        #expect(steps.allSatisfy { !$0.by.contains(.caseworker) && $0.by.contains(.competentAuthority) })
    }

    @Test func aNegativeDecisionHasReasonsAndALastDayToAppeal() throws {
        let step = try #require(episode.transition("not-identify"))
        let filled = Set(step.needs.compactMap { ($0 as? Filled)?.field })
        #expect(filled.isSuperset(of: ["authority", "decided-on", "reasons", "appeal-until"]))
    }

    @Test func aNegativeDecisionIsNeverTurnedIntoADeclinedOne() {
        #expect(!ways(to: "declined").contains("not-identified"))
        #expect(!ways(to: "withdrawn").contains("not-identified"))
    }

    @Test func nothingShortensTheRecoveryPeriod() {
        let corrections = episode.transitions.filter { $0.name.hasPrefix("correct") }
        #expect(corrections.count == 7)
        #expect(
            corrections.allSatisfy { step in
                step.needs.contains { ($0 as? NeverEarlier)?.field == "recovery-until" }
            })
    }

    @Test func theRecoveryPeriodIsAtLeastThirtyDays() {
        // Council of Europe Convention CETS 197, article 13.
        #expect(Catalogue.clocks["recovery-period"] == 30)
    }
}
