package import Access

/// Who asks and for what purpose: the first argument of everything that the registry does.
package struct Asking: Sendable, Hashable {
    package let actor: Actor
    package let purpose: Purpose

    /// - Parameter purpose: Nil for what the actor's function is for.
    package init(_ actor: Actor, for purpose: Purpose? = nil) {
        self.actor = actor
        self.purpose = purpose ?? actor.function.purpose
    }
}
