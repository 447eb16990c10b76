import Access
import Mechanisms
import Vocabulary

/// The persons to whom one organisation or post stands in one relation: what an index holds apart from all others, so
/// that nobody's question is answered from what is not theirs, be it a candidate, a frequency or a millisecond.
struct Circle: Hashable, Sendable, Comparable {
    let relation: Relation
    /// An organisation; of ``Relation/own`` a post.
    let holder: RecordID

    /// Everything that a reach of the policy lets search, and nothing else.
    ///
    /// - Parameter organisations: All that there are, for those who reach everybody's persons.
    static func all(of reach: Reach, organisations: [RecordID]) -> [Circle] {
        let (house, post) = (reach.actor.organisation, reach.actor.post)
        func circles(_ relation: Relation, _ holders: some Sequence<RecordID>) -> [Circle] {
            holders.map { Circle(relation: relation, holder: $0) }
        }
        let found = reach.clauses.flatMap { clause -> [Circle] in
            switch clause.relation {
            case .own: circles(.own, [post].compactMap(\.self))
            case .ownOrganisation, .sharedByConsent, .sharedByLaw:
                circles(clause.relation, [house].compactMap(\.self))
            case .supervised:
                switch reach.actor.supervises {
                case .nobody: []
                case .organisations(let supervised): circles(.ownOrganisation, supervised)
                case .everybody: circles(.ownOrganisation, organisations)
                }
            case .none: circles(.ownOrganisation, organisations)
            // Whoever broke the glass reads one record, and looks for nobody.
            case .emergency: []
            }
        }
        return Set(found).sorted()
    }

    /// The policy's own rule over these persons; nil where it lets nobody search them.
    func reach(under policy: Policy, _ person: Mechanism) -> Reach? {
        for function in FunctionKind.allCases {
            let actor = Actor(
                account: "register", function: function, organisation: relation == .own ? nil : holder,
                post: relation == .own ? holder : nil)
            let reach = policy.reach(of: actor, .search, person, for: function.purpose).showing(.identity)
                .through([relation])
            if !reach.clauses.isEmpty { return reach }
        }
        return nil
    }

    static func < (left: Circle, right: Circle) -> Bool {
        (left.relation.rawValue, left.holder) < (right.relation.rawValue, right.holder)
    }
}
