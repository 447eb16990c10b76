import Access
import Ledger
import Mechanisms
import Vocabulary

extension Registry {
    /// Recommendations with what stands beside them, as far as the one who asks may read it.
    package func recommendations(_ asking: Asking) throws -> RecommendationRegister {
        var records: [String: [RecordState]] = [:]
        for name in [
            "recommending-body", "recommendation-cycle", "recommendation", "recommendation-mapping",
            "recommendation-follow-up",
        ] { records[name] = try readable(name, asking) }
        // Only the actions that are named: there may be thousands.
        let named = Set((records["recommendation-mapping"] ?? []).compactMap { $0.link("action") })
        records["plan-action"] = try named.sorted().filter { try mayDo(asking, .read, to: $0) }
            .compactMap { try ledger.record($0) }
        return RecommendationRegister(records)
    }
}
