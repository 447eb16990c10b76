import Counting
import Publication
import Registry
import Vocabulary

/// What somebody wants to release, as they sent it, and the form that asks for it.
struct PlanForm {
    /// What was wrong: a key below `releasing.new`.
    struct Problem: Error, Hashable {
        let key: String
    }

    private let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    private var sent: Fields { visit.exchange.form }

    var reading: Result<ReleasePlan, Problem> {
        let known = TableDefinition.all.map(\.name)
        let tables = known.filter(sent.values(of: "table").contains)
        guard !tables.isEmpty else { return .failure(Problem(key: "no-table")) }
        let written = (sent["period"] ?? "").filter { !$0.isWhitespace }
        let period = Period(written)
        guard written.isEmpty || period != nil else { return .failure(Problem(key: "no-period")) }
        guard let threshold = sent["threshold"].flatMap({ Int($0) }), ReleasePlan.thresholds.contains(threshold) else {
            return .failure(Problem(key: "no-threshold"))
        }
        return .success(
            ReleasePlan(
                tables: tables, period: period, threshold: threshold, protectsZeros: sent["zeros"] != nil))
    }

    static func title(of table: String, _ visit: Visit) -> String {
        visit.exchange.texts.text("releasing.ready.\(table)") ?? table
    }

    /// With a key of its own, so that sending it twice is once.
    ///
    /// - Parameter problem: What was wrong with what was sent, in words.
    func form(problem: String?) -> DeskForm {
        func text(_ key: String) -> String { visit.releasing("new.\(key)") }
        let required = visit.wording["step.required"]
        var random = SystemRandomNumberGenerator()
        let key = sent["key"] ?? RecordID(at: visit.exchange.moment, using: &random).description
        let chosen = Set(sent.values(of: "table"))
        return DeskForm(
            to: ReleasingPaths.drafts, text("button"), hidden: [.init(name: "key", value: key)],
            controls: [
                .init(
                    "table", text("tables"),
                    .checks(
                        TableDefinition.all.map {
                            .init($0.name, PlanForm.title(of: $0.name, visit), isChosen: chosen.contains($0.name))
                        }), required: required, hint: text("tables-hint"), error: problem),
                .init(
                    "period", text("period"), .line(type: "text", value: sent["period"] ?? ""),
                    hint: text("period-hint")),
                .init(
                    "threshold", text("threshold"), .line(type: "number", value: sent["threshold"] ?? "5"),
                    required: required, hint: text("threshold-hint")),
                .init(
                    "zeros", text("zeros"),
                    .checks([.init("1", text("zeros-yes"), isChosen: sent["zeros"] != nil)])),
            ])
    }
}
