import Mechanisms
import Registry
import Vocabulary

/// “Is this person already known?”, asked of the register while somebody fills the form of a new person: when they want to
/// know, and once more before it is written, since a colleague may have been faster.
struct KnownCheck {
    let list: KnownList
    /// What was typed, with those who were shown so far.
    let input: StepInput

    /// Whether the form of this task asks.
    static func isFor(_ task: StepTask, _ visit: Visit) -> Bool {
        task.present == nil && task.mechanism.name == "person" && visit.mayAskWhoIsKnown
    }

    /// The answer to whoever asks.
    init(asking task: StepTask, _ input: StepInput, _ visit: Visit) throws {
        let said = StepReading(input, for: task, visit.wording).changes
        let answer = try visit.registry.known(said, visit.asking)
        list = try KnownList(answer, at: .form(isHeldBack: false), visit)
        self.input = input.showing(answer)
    }

    /// The answer that holds a new person back; nil where there is nobody whom the sender was not shown, or nothing to
    /// answer from: nobody waits for an index to be registered.
    init?(before command: Command, of task: StepTask, _ input: StepInput, _ visit: Visit) throws {
        guard KnownCheck.isFor(task, visit) else { return nil }
        let answer = try visit.registry.known(command.changes, visit.asking)
        guard !Set(answer.matches.map(\.view.record)).isSubset(of: input.shown) else { return nil }
        list = try KnownList(answer, at: .form(isHeldBack: true), visit)
        self.input = input.showing(answer)
    }
}

extension StepInput {
    /// The form's own field for those who were shown as perhaps the same person.
    static let known = "known"

    fileprivate var shown: Set<RecordID> {
        Set((self[StepInput.known] ?? "").split(separator: " ").compactMap { RecordID(String($0)) })
    }

    fileprivate func showing(_ answer: KnownAnswer) -> StepInput {
        var input = self
        let all = shown.union(answer.matches.map(\.view.record)).sorted().map(\.description)
        input.set(StepInput.known, all.isEmpty ? [] : [all.joined(separator: " ")])
        return input
    }
}
