import Access
import Mechanisms
import Registry
import Vocabulary

/// The post of an administrator and the mandate for it, made at the keyboard of the machine: without it nobody could
/// ever give the first one.
struct FirstMandate {
    let registry: Registry

    /// In one step; it names nobody, since mandates stand in the ledger in clear. An organisation of that name and its
    /// open post of that kind are used where they are there.
    ///
    /// - Parameter actor: Who is at the keyboard.
    func make(for account: String, in organisation: String, by actor: Actor, at now: Timestamp) throws {
        let directory = registry.directory
        var commands: [Command] = []
        let house = directory.organisations.values.filter { $0.isActive && $0.name == organisation }.map(\.id).min()
        let houseID =
            house
            ?? open(
                "organisation", ["name": .text(organisation), "kind": .code("other")], at: now, into: &commands)
        let post = directory.posts.values.filter {
            $0.isOpen && $0.organisation == houseID && $0.kind == .systemOperator
        }.map(\.id).min()
        let postID =
            post
            ?? open(
                "function", ["organisation": .link(houseID), "kind": .code(FunctionKind.systemOperator.rawValue)],
                at: now,
                into: &commands)
        let isHeld = directory.mandates.values.contains { $0.post == postID && $0.holds(on: now.day) }
        _ = open(
            "mandate",
            [
                "function": .link(postID), "holder": .text("Administrator"), "account": .text(account),
                "rank": .code(isHeld ? "alternate" : "main"), "from": .period(.day(now.day)),
            ], at: now, into: &commands)
        switch try registry.submit(commands, Asking(actor)) {
        case .written: break
        case .refused(let refusal): throw refusal
        case .conflict: throw RegistryRefusal.lostRace(groups: 1)
        }
    }

    private func open(
        _ mechanism: String, _ changes: [String: FieldValue], at now: Timestamp, into commands: inout [Command]
    ) -> RecordID {
        var random = SystemRandomNumberGenerator()
        let record = RecordID(at: now, using: &random)
        commands.append(
            Command(
                mechanism: mechanism, record: record, transition: "open", changes: changes, effective: .day(now.day)))
        return record
    }
}
