import Vocabulary

/// A date does not lie before a date of the record that is named: nobody signs a treaty before it was adopted.
package struct NotBeforeLinked: Guard {
    package static let key = "not-before-linked"

    package let field: String
    /// The link field.
    package let link: String
    /// The period field of the record that it names.
    package let theirs: String

    package init(_ field: String, _ theirs: String, of link: String) {
        (self.field, self.theirs, self.link) = (field, theirs, link)
    }

    package var fields: [String] { [field, link] }

    package func refusal(of step: Step) throws -> Refusal.Problem? {
        guard let day = step.period(field), let named = step.after[link]?.linked.first,
            case .period(let first)? = try step.register.state(of: named)?.fields[theirs], day.end < first.start
        else { return nil }
        return step.problem(
            .dateOrder, field: field, "lies before “\(theirs)” of “\(link)” (\(first)); correct one of the two.")
    }
}
