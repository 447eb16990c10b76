package import Intake
import Mechanisms
package import Vocabulary

/// A list of which action carries out which recommendation, and which recommendations overlap, into the register.
package struct RecommendationMappingImport {
    private var work: RowByRow
    /// By plan, and by the code of the action.
    private var actions: [RecordID: [String: RecordID]] = [:]

    package var findings: [Finding] { work.findings }
    package var entered: Int { work.entered }

    package init(_ work: RowByRow) { self.work = work }

    /// Pairs of a recommendation with an action or with another recommendation.
    package mutating func take(_ rows: [RecommendationMappingReader.Row]) throws {
        let present = try work.registry.recommendations(work.asking)
        let plans = try work.registry.plans(work.asking)
        for row in rows {
            guard let changes = try changes(row, present, plans) else { continue }
            let command = RowByRow.opening(
                "recommendation-mapping", work.makeID(), "map", changes, on: work.registry.today)
            try work.submit([command]) { RecommendationFinding.refusal($0, row.line) }
        }
    }

    /// Nil where the row names something that the register does not have, which is said.
    private mutating func changes(
        _ row: RecommendationMappingReader.Row, _ present: RecommendationRegister, _ plans: [PlanHead]
    ) throws -> [String: FieldValue]? {
        guard let own = present.record(row.number, of: row.cycle) else {
            return unknown("recommendation \(row.number) of “\(row.cycle)”", "number", row.line)
        }
        var changes: [String: FieldValue] = ["recommendation": .link(own), "kind": .code(row.kind)]
        changes["remark"] = row.remark.map(FieldValue.text)
        if let name = row.plan, let code = row.action {
            guard let plan = plans.first(where: { $0.reference == name || $0.title == name }) else {
                return unknown("plan “\(name)”", "plan", row.line)
            }
            guard let action = try action(code, of: plan.record) else {
                return unknown("action \(code) of “\(name)”", "action", row.line)
            }
            changes["action"] = .link(action)
        }
        if let cycle = row.otherCycle, let number = row.otherNumber {
            guard let other = present.record(number, of: cycle) else {
                return unknown("recommendation \(number) of “\(cycle)”", "other-number", row.line)
            }
            changes["other"] = .link(other)
        }
        return changes
    }

    private mutating func action(_ code: String, of plan: RecordID) throws -> RecordID? {
        if actions[plan] == nil {
            let records = try work.registry.planRecords(of: plan, work.asking)?.actions ?? []
            actions[plan] = Dictionary(
                records.map { ($0.text("code") ?? "", $0.record) }, uniquingKeysWith: { first, _ in first })
        }
        return actions[plan]?[code]
    }

    private mutating func unknown(_ what: String, _ column: String, _ line: Int) -> [String: FieldValue]? {
        work.findings.append(
            RecommendationFinding.unknown.finding(
                line: line, column, "The register has no \(what).", remedy: "Bring it in first, or correct the row.",
                about: [what]))
        return nil
    }
}

extension RecommendationRegister {
    /// The recommendation of a number in a cycle that is named by reference or title; nil where there is none, or two.
    fileprivate func record(_ number: String, of cycle: String) -> RecordID? {
        let cycles = Set(self.cycles.filter { $0.reference == cycle || $0.title == cycle }.map(\.record))
        let found = lines.filter { cycles.contains($0.cycle) && $0.number == number }
        return found.count == 1 ? found.first?.record : nil
    }
}

extension RecommendationFinding {
    static func refusal(_ problem: Refusal.Problem, _ line: Int) -> Finding {
        // A pair that stands in the register already.
        let isKnown = problem.kind == .alreadyStated
        return (isKnown ? known : refused).finding(
            line: line, problem.field, "\(problem.code) \(problem.message)",
            remedy: isKnown ? "Nothing." : "Correct the row.", about: [problem.code])
    }
}
