package import Vocabulary

/// Who asks: an account acting through a post of an organisation.
package struct Actor: Hashable, Sendable {
    /// Opaque account name; written on every event, never shown to the public.
    package let account: String
    package let function: FunctionKind
    /// The organisation's record; nil for the public and for posts of the register itself.
    package let organisation: RecordID?
    /// The record of the post; nil where somebody acts at the keyboard of the machine.
    package let post: RecordID?
    /// The record of the mandate by which they hold the post; nil where none was asked for, as at the keyboard.
    package let mandate: RecordID?
    package let supervises: Supervision
    /// Nil where a person acts and not a token.
    package let scope: Scope?

    /// Whose records the actor's organisation supervises.
    package enum Supervision: Hashable, Sendable {
        case nobody
        case organisations(Set<RecordID>)
        /// The register's own officers.
        case everybody
    }

    package init(
        account: String, function: FunctionKind, organisation: RecordID?, post: RecordID? = nil,
        mandate: RecordID? = nil, supervises: Supervision = .nobody, scope: Scope? = nil
    ) {
        self.account = account
        self.function = function
        self.organisation = organisation
        self.post = post
        self.mandate = mandate
        self.supervises = supervises
        self.scope = scope
    }

    /// The same within a scope; nil for all that the post may do.
    package func within(_ scope: Scope?) -> Actor {
        Actor(
            account: account, function: function, organisation: organisation, post: post, mandate: mandate,
            supervises: supervises, scope: scope)
    }

    package static let anybody = Actor(account: "public", function: .public, organisation: nil)
}
