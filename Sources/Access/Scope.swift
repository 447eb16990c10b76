/// How far a token reaches: never further than the post that it acts through, and mostly less.
///
/// It narrows the actor, so that the policy itself refuses what lies outside: no path has to remember to ask.
package struct Scope: Hashable, Sendable {
    /// Nil for whatever the post may do.
    package let actions: Set<Action>?
    /// Names of mechanisms; nil for all of them.
    package let mechanisms: Set<String>?

    package init(actions: Set<Action>?, mechanisms: Set<String>?) {
        self.actions = actions
        self.mechanisms = mechanisms
    }

    /// Reads and lists, and changes nothing.
    package static func readOnly(mechanisms: Set<String>? = nil) -> Scope {
        Scope(actions: [.read, .list, .search, .count, .readRelease], mechanisms: mechanisms)
    }

    /// Whether an act lies within; what is about no mechanism does so only where no mechanisms are named.
    package func admits(_ action: Action, on mechanism: String?) -> Bool {
        guard actions?.contains(action) ?? true else { return false }
        guard let mechanisms else { return true }
        return mechanism.map(mechanisms.contains) ?? false
    }
}
