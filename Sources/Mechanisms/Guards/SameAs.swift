import Vocabulary

/// A field says what the record says that another field names: the day by which a response is due is the round's.
package struct SameAs: Guard {
    package static let key = "same-as"

    package let field: String
    /// The link field.
    package let link: String
    /// The field of the linked record.
    package let theirs: String

    package init(_ field: String, of link: String, _ theirs: String) {
        (self.field, self.link, self.theirs) = (field, link, theirs)
    }

    package var fields: [String] { [field, link] }

    package func refusal(of step: Step) throws -> Refusal.Problem? {
        guard let record = step.after[link]?.linked.first, let found = try step.register.state(of: record),
            found.fields[theirs] != step.after[field]
        else { return nil }
        return step.problem(.notAlike, field: field, "must say what “\(theirs)” of “\(link)” says.")
    }
}
