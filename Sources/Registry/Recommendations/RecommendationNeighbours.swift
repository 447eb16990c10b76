import Mechanisms
import Vocabulary

/// What stands beside recommendations: actions that carry them out, others that say the same, reports on them.
struct RecommendationNeighbours {
    private(set) var actions: [RecordID: [RecommendationRegister.Action]] = [:]
    private(set) var relatives: [RecordID: [RecommendationRegister.Relative]] = [:]
    /// In the order of the days on which they were judged.
    private(set) var reports: [RecordID: [RecordState]] = [:]

    init(_ records: [String: [RecordState]]) {
        let known = Dictionary(
            (records["plan-action"] ?? []).map { ($0.record, $0) }, uniquingKeysWith: { first, _ in first })
        for mapping in records["recommendation-mapping"] ?? [] where mapping.state == "mapped" {
            guard let own = mapping.link("recommendation"), let kind = mapping.code("kind") else { continue }
            // An action that was given up answers nothing.
            if kind == "implements", let action = mapping.link("action").flatMap({ known[$0] }),
                ["open", "done"].contains(action.state)
            {
                actions[own, default: []].append(
                    .init(
                        record: action.record, code: action.text("code") ?? "", text: action.text("text") ?? ""))
            }
            if let other = mapping.link("other") {
                relatives[own, default: []].append(.init(record: other, kind: kind))
                relatives[other, default: []].append(.init(record: own, kind: kind))
            }
        }
        // Mappings of one moment have no order of their own.
        actions = actions.mapValues { $0.sorted { ($0.code, $0.record) < ($1.code, $1.record) } }
        let followUps = (records["recommendation-follow-up"] ?? []).filter { $0.state != "withdrawn" }
        for report in followUps.sorted(by: { $0.day("assessed-on") < $1.day("assessed-on") }) {
            for record in report.fields["recommendations"]?.linked ?? [] {
                reports[record, default: []].append(report)
            }
        }
    }
}
