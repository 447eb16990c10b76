import Intake
import Mechanisms
import Vocabulary

extension TreatyFinding {
    static func unknownTreaty(_ name: String, _ column: String, _ line: Int) -> Finding {
        treatyUnknown.finding(
            line: line, column, "The register has no treaty “\(name)”.",
            remedy: "Enter it first: `rapporteur treaty import --layout treaties`.", about: [name])
    }

    static func refusal(_ problem: Refusal.Problem, _ line: Int) -> Finding {
        refused.finding(
            line: line, problem.field, "\(problem.code) \(problem.message)",
            remedy: "Correct the row, or enter first what it rests on.", about: [problem.code])
    }
}

extension TreatyLaw {
    /// By reference, title or record id.
    func treaty(named name: String) -> TreatyTerms? {
        treaties.first { [$0.reference, $0.title, $0.record.description].contains(name) }
    }
}
