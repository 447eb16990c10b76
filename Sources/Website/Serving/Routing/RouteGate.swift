package import Access

/// What the routes ask of the policy: may this function do this for this purpose with anything of these matters?
package struct RouteGate: Sendable {
    private let admits: @Sendable (Actor, Action, Set<Matter>, Purpose) -> Bool

    /// - Parameter admits: Whether some row of the policy lets the actor's function do it with something of these matters
    ///   for that purpose.
    package init(admits: @escaping @Sendable (Actor, Action, Set<Matter>, Purpose) -> Bool) { self.admits = admits }

    /// Asks the one policy.
    package init(_ policy: Policy) {
        self.init { actor, action, matters, purpose in
            // With which mechanisms a token may do it is decided behind the door, record by record; what is done to the
            // register as a whole is about no mechanism, and lies outside of a token that names some.
            let actor = action.isAboutRecords ? actor.within(nil) : actor
            return matters.contains { !policy.reach(of: actor, action, $0, for: purpose).clauses.isEmpty }
        }
    }

    /// Whether the rule names rows that exist: a rule that lets nobody in is a mistake.
    func knows(_ rule: RouteRule) -> Bool {
        guard case .granted(let action, let matters, let purposes) = rule else { return true }
        return !purposes.isEmpty
            && purposes.allSatisfy { purpose in
                FunctionKind.allCases.contains { kind in
                    admits(Actor(account: "", function: kind, organisation: nil), action, matters, purpose)
                }
            }
    }

    /// Whether whoever is not signed in may come, so that nobody needs to be looked up.
    func admitsAnybody(_ rule: RouteRule) -> Bool {
        switch rule {
        case .anybody: true
        case .arriving, .signedIn: false
        case .granted: admits(.anybody, under: rule)
        }
    }

    func admits(_ actor: Actor, under rule: RouteRule) -> Bool {
        switch rule {
        case .anybody, .arriving, .signedIn: true
        case .granted(let action, let matters, let purposes):
            purposes.contains { admits(actor, action, matters, $0) }
        }
    }
}
