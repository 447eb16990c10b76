import Mechanisms
import Vocabulary

/// Evaluations and what came of them, judgements of compliance, good practices (B70, B71, B73, B75).
extension Registry {
    /// A row for each finding: the recommendation that it became, and the actions that answer it.
    func evaluations(_ asking: Asking) throws -> OverviewTable {
        let plans = try names(of: "plan", "title", asking)
        let byEvaluation = Dictionary(grouping: try readable("recommendation", asking)) { $0.link("evaluation") }
        let lines = try recommendations(asking).lines.reduce(into: [RecordID: RecommendationRegister.Line]()) {
            $0[$1.record] = $1
        }
        let evaluations = try readable("evaluation", asking).filter { $0.state != "cancelled" }
        let rows = evaluations.flatMap { evaluation -> [[OverviewCell]] in
            let head: [OverviewCell] = [
                .text(evaluation.text("title"), record: evaluation.record),
                evaluation.cell("kind", list: "evaluation-kinds"),
                evaluation.link("evaluated-plan").flatMap { plans[$0] }.map { .text($0) }
                    ?? evaluation.cell("country", list: "countries"),
                .state(evaluation),
            ]
            let found = (byEvaluation[evaluation.record] ?? []).filter { $0.state != "withdrawn" }
            guard !found.isEmpty else {
                let nothing = evaluation.text("nothing-found").map { OverviewCell.text($0) }
                return [head + [nothing ?? .flag("no-finding"), .empty, .empty, .empty]]
            }
            return found.map { head + Registry.thread(from: $0, lines[$0.record]) }
        }
        return OverviewTable(
            ["evaluation", "kind", "subject", "state", "finding", "recommendation", "answer", "actions"], rows)
    }

    /// The finding, the recommendation that it became, how that stands, and the actions that answer it.
    private static func thread(
        from recommendation: RecordState, _ line: RecommendationRegister.Line?
    ) -> [OverviewCell] {
        let label = [recommendation.text("number"), recommendation.text("text")].compactMap(\.self)
        let actions = (line?.actions ?? []).map { "\($0.code) \($0.text)" }
        let standing = line.map {
            OverviewCell(.word("standing-\($0.standing.rawValue)", isFlag: $0.standing == .silent))
        }
        return [
            recommendation.cell("finding"), .text(label.joined(separator: " "), record: recommendation.record),
            standing ?? .empty, actions.isEmpty ? .flag("no-action") : OverviewCell(.empty, notes: actions),
        ]
    }

    func compliance(_ asking: Asking) throws -> OverviewTable {
        let records = try readable("compliance-record", asking).filter { $0.state != "withdrawn" }
        let rows: [[OverviewCell]] = records.sorted {
            ($0.text("standard") ?? "", $0.code("country") ?? "", $1.day("period"), $0.record)
                < ($1.text("standard") ?? "", $1.code("country") ?? "", $0.day("period"), $1.record)
        }.map { record in
            let isSilent = record.code("verdict") == "no-report"
            return [
                .text(record.text("standard"), record: record.record), record.cell("country", list: "countries"),
                record.cell("period"), record.cell("verdict", list: "compliance-verdicts"),
                isSilent ? .flag("silence") : .word("judged"), record.cell("evidence"), record.cell("reply"),
                .state(record), record.cell("publicity", list: "publicity-levels"), record.cell("published-on"),
            ]
        }
        return OverviewTable(
            [
                "standard", "country", "period", "verdict", "basis", "evidence", "reply", "state", "publicity",
                "published-on",
            ], rows)
    }

    func practices(_ asking: Asking) throws -> OverviewTable {
        let levels = (book.codeLists["evidence-levels"]?.codes ?? []).map(\.id)
        func place(_ practice: RecordState) -> Int { levels.firstIndex(of: practice.code("evidence") ?? "") ?? -1 }
        let practices = try readable("good-practice", asking).filter { $0.state != "retired" }
        let rows: [[OverviewCell]] = practices.sorted {
            (place($1), $0.text("title") ?? "", $0.record) < (place($0), $1.text("title") ?? "", $1.record)
        }.map { practice in
            [
                .text(practice.text("title"), record: practice.record), practice.cell("problem"),
                practice.cell("country", list: "countries"), practice.cell("evidence", list: "evidence-levels"),
                practice.cell("shown-by"), practice.cell("pillars", list: "plan-pillars"),
                .number(practice.links("used-by").count), .state(practice),
            ]
        }
        return OverviewTable(
            ["practice", "problem", "country", "evidence", "shown-by", "pillars", "used-by", "state"], rows)
    }
}
