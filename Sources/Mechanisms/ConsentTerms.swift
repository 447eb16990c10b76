/// What a consent says, by the names of its fields, and where a share that rests on it must say the same.
package struct ConsentTerms: Sendable, Hashable {
    /// The code field of both records: for what.
    package let purpose: String
    /// The link field of the consent to the one whom it allows to receive; where it is empty, anybody.
    package let recipient: String
    /// The link field of the consent to the person who gave it.
    package let person: String
    /// The period field of the consent after whose last day it is no consent any more.
    package let until: String

    package init(purpose: String, recipient: String, person: String, until: String) {
        (self.purpose, self.recipient, self.person, self.until) = (purpose, recipient, person, until)
    }
}
