/// Two fields are filled both or neither: the finding of an evaluation, and the evaluation that found it.
package struct Together: Guard {
    package static let key = "together"

    package let first: String
    package let second: String

    package init(_ first: String, _ second: String) { (self.first, self.second) = (first, second) }

    package var fields: [String] { [first, second] }

    package func refusal(of step: Step) -> Refusal.Problem? {
        let (one, other) = (step.after[first] == nil, step.after[second] == nil)
        guard one != other else { return nil }
        return step.problem(
            .missingField, field: one ? first : second, "is filled together with its neighbour or not at all.")
    }
}
