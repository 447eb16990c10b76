package import Access
import Mechanisms
import Registry
package import Vocabulary

/// Those who work on the register: two caseworkers who know nothing of one another, and others beside them.
package struct InterfacePeople: Sendable {
    package let alpha: RecordID
    package let beta: RecordID
    package let caseworkerOfAlpha: Actor
    package let caseworkerOfBeta: Actor
    package let authorityOfAlpha: Actor
    package let coordinator: Actor
    package let rapporteur: Actor
    package let operatorOfMachine: Actor

    init(_ registry: Registry) throws {
        let keeper = Actor(account: "keeper", function: .coordinator, organisation: nil)
        let houses = try ["Organisation Alpha", "Organisation Beta"].map {
            try InterfacePeople.open(
                registry, "organisation", "open", ["name": .text($0), "kind": .code("ngo")], by: keeper)
        }
        (alpha, beta) = (houses[0], houses[1])
        func actor(_ account: String, _ kind: FunctionKind, _ house: RecordID) throws -> Actor {
            let post = try InterfacePeople.open(
                registry, "function", "open", ["organisation": .link(house), "kind": .code(kind.rawValue)], by: keeper)
            return Actor(account: account, function: kind, organisation: house, post: post)
        }
        caseworkerOfAlpha = try actor("caseworker-of-alpha", .caseworker, alpha)
        caseworkerOfBeta = try actor("caseworker-of-beta", .caseworker, beta)
        authorityOfAlpha = try actor("authority-of-alpha", .competentAuthority, alpha)
        coordinator = try actor("coordinator-of-alpha", .coordinator, alpha)
        rapporteur = try actor("rapporteur-of-beta", .rapporteur, beta)
        operatorOfMachine = try actor("operator-of-alpha", .systemOperator, alpha)
    }

    package var all: [Actor] {
        [caseworkerOfAlpha, caseworkerOfBeta, authorityOfAlpha, coordinator, rapporteur, operatorOfMachine]
    }

    /// What each of them brings to be let in.
    package var tokens: [String] { all.map(\.account) }

    /// Leave for something done to the register as a whole.
    static func machine(_ action: Action) throws -> Grant {
        let actor = Actor(account: "machine", function: .systemOperator, organisation: nil)
        return try Policy().decide(actor, action, for: .administration).get()
    }

    static func open(
        _ registry: Registry, _ mechanism: String, _ transition: String, _ changes: [String: FieldValue],
        by actor: Actor
    ) throws -> RecordID {
        var random = SystemRandomNumberGenerator()
        let record = RecordID(at: InterfaceRegister.now, using: &random)
        let command = Command(
            mechanism: mechanism, record: record, transition: transition, changes: changes,
            effective: .day(InterfaceRegister.now.day))
        switch try registry.submit([command], Asking(actor)) {
        case .written: return record
        case .refused(let refusal): throw refusal
        case .conflict: throw RegistryRefusal.lostRace(groups: 1)
        }
    }
}
