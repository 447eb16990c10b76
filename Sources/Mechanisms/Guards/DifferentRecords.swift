import Vocabulary

/// Two links do not name the same record, and neither names the record itself.
package struct DifferentRecords: Guard {
    package static let key = "different-records"

    package let first: String
    package let second: String

    package init(_ first: String, _ second: String) {
        self.first = first
        self.second = second
    }

    package var fields: [String] { [first, second] }

    package func refusal(of step: Step) -> Refusal.Problem? {
        let links = [step.after[first], step.after[second]]
        let itself = FieldValue.link(step.command.record)
        guard links[0] != nil, links[0] == links[1] || links.contains(itself) else { return nil }
        return step.problem(.sameRecord, field: second, "names the same record as “\(first)”; choose another.")
    }
}
