import Vocabulary

/// Nobody takes the step twice: another person is needed each time, whatever post they come through.
package struct AnotherPerson: Guard {
    package static let key = "another-person"

    /// Steps of the record that the one who takes this step may not have taken.
    package let steps: Set<String>

    package init(than steps: String...) { self.steps = Set(steps) }

    package var fields: [String] { [] }

    package func refusal(of step: Step) throws -> Refusal.Problem? {
        let taken = try step.register.steps(of: step.command.record)
        guard taken.contains(where: { steps.contains($0.name) && $0.account == step.account }) else { return nil }
        return step.problem(
            .samePerson, "“\(step.command.transition)” was taken by you before; it needs another person.")
    }
}
