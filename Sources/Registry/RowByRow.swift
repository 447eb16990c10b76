import Mechanisms
package import Vocabulary

/// Rows of a list that become records one by one: what the register refuses is said of its row, and the others go in.
package struct RowByRow {
    package let registry: Registry
    package let asking: Asking
    /// Makes ids of new records.
    let makeID: () -> RecordID
    var findings: [Finding] = []
    /// Rows that went in.
    private(set) var entered = 0

    package init(_ registry: Registry, _ asking: Asking, makeID: @escaping () -> RecordID) {
        (self.registry, self.asking, self.makeID) = (registry, asking, makeID)
    }

    /// The command that opens a record.
    static func opening(
        _ mechanism: String, _ record: RecordID, _ step: String, _ changes: [String: FieldValue], on day: CalendarDate
    ) -> Command {
        Command(mechanism: mechanism, record: record, transition: step, changes: changes, effective: .day(day))
    }

    /// - Parameter refused: What is said of each reason why the row stays out.
    mutating func submit(_ commands: [Command], refused: (Refusal.Problem) -> Finding) throws {
        switch try registry.submit(commands, asking) {
        case .written: entered += 1
        case .refused(let refusal): findings += refusal.problems.map(refused)
        case .conflict: throw RegistryRefusal.overtaken
        }
    }
}
