package import Access
package import Vocabulary

extension Policy {
    /// What an actor may do with the records of a mechanism.
    package func reach(of actor: Actor, _ action: Action, _ mechanism: Mechanism, for purpose: Purpose) -> Reach {
        reach(of: actor, action, mechanism.matter, of: mechanism.name, for: purpose)
    }
}

extension Target {
    /// A record of a mechanism, or none of them yet.
    package init(
        _ mechanism: Mechanism, record: RecordID? = nil, relations: Set<Relation> = [], isClosed: Bool = false
    ) {
        self.init(
            mechanism.matter, of: mechanism.name, record: record, relations: relations, isClosed: isClosed)
    }
}

extension Mechanism {
    /// Whether opening a record of it lets somebody in where they have no relation.
    package var givesEmergency: Bool { standings.contains { $0.rests == .on(.emergency) } }

    /// What the policy is asked for before a record of it is opened by hand.
    package var openingAction: Action { givesEmergency ? .breakGlass : .open }
}
