package import Access

/// Who asks and for what purpose: the first argument of everything that the registry does.
package struct Asking: Sendable, Hashable {
    package let actor: Actor
    package let purpose: Purpose
    let sheet: ReadingSheet?

    /// - Parameters:
    ///   - purpose: Nil for what the actor's function is for.
    ///   - sheet: Where lists are written down together with others of the same answer; nil for each by itself.
    package init(_ actor: Actor, for purpose: Purpose? = nil, on sheet: ReadingSheet? = nil) {
        self.actor = actor
        self.purpose = purpose ?? actor.function.purpose
        self.sheet = sheet
    }
}
