import Ledger
import Mechanisms
import Vocabulary

/// Agreements, and whether anybody rests on them (B83).
extension Registry {
    /// Agreements that were not ended, those in force that few shares or none cite first.
    ///
    /// Whether those shares are as many as a count must be to be told is all that is said of them: not how many, not by whom,
    /// and of a first one nothing (decision 0236).
    func agreements(on day: CalendarDate, _ asking: Asking) throws -> OverviewTable {
        let standing = try readable("agreement", asking).filter { $0.state != "terminated" }
        let rows = try standing.map { agreement -> (Int, String, [OverviewCell]) in
            let shares = try ledger.records(linkedTo: agreement.record, by: "agreement").count {
                $0.mechanism == "share" && $0.state != "declined"
            }
            let isCited = shares >= CountThreshold.usual
            let use: (place: Int, cell: OverviewCell) =
                !agreement.holds(on: day)
                ? (2, .word("not-in-force")) : isCited ? (1, .word("cited")) : (0, .flag("cited-seldom"))
            let sharing = agreement.fields["data-sharing"] == .boolean(true)
            return (
                use.place, agreement.text("title") ?? "",
                [
                    .text(agreement.text("title"), record: agreement.record),
                    agreement.cell("countries", list: "countries"), agreement.cell("other-parties"),
                    agreement.cell("kind", list: "agreement-kinds"), agreement.cell("scope", list: "agreement-scopes"),
                    .word(sharing ? "shared" : "not-shared"), .state(agreement), agreement.cell("in-force-from"),
                    agreement.cell("expires-on"), use.cell,
                ]
            )
        }
        return OverviewTable(
            [
                "agreement", "countries", "other-parties", "kind", "scope", "data-sharing", "state", "in-force-from",
                "expires-on", "use",
            ], rows.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2))
    }
}
