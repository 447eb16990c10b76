import Access
package import Vocabulary
package import Website

/// Lets in whoever brings the name of an account as their token: for tests only, on this machine only.
package struct InterfaceDesk: VisitorDesk {
    private let actors: [String: Actor]

    package init(_ people: InterfacePeople) {
        actors = Dictionary(uniqueKeysWithValues: people.all.map { ($0.account, $0) })
    }

    package func visitor(
        session: String?, token: String?, from address: String, at moment: Timestamp
    ) async throws -> Visitor {
        guard let token, let actor = actors[token] else { return .anybody }
        return .signedIn(SignedIn(actor: actor, name: token, key: token, formSecret: nil))
    }
}
