import Vocabulary

/// A link upwards does not lead back to the record: nothing hangs on what hangs on it.
package struct NoCircle: Guard {
    package static let key = "no-circle"

    /// A link field to a record of the same mechanism.
    package let link: String

    package init(_ link: String) { self.link = link }

    package var fields: [String] { [link] }

    package func refusal(of step: Step) throws -> Refusal.Problem? {
        var seen: Set<RecordID> = [step.command.record]
        var above = step.after[link]?.linked.first
        while let record = above {
            guard seen.insert(record).inserted else {
                return step.problem(.sameRecord, field: link, "leads back to this record; choose another.")
            }
            above = try step.register.state(of: record)?.fields[link]?.linked.first
        }
        return nil
    }
}
