import Access
package import Ledger
import Mechanisms
import Vocabulary

extension Registry {
    /// How many found records a search tells; beyond, one has to say more of whom one looks for.
    package static let foundTold = 50

    /// Records of a mechanism by what identifies the person, as far as the one who asks may search them. The search is
    /// written down, without what was looked for.
    ///
    /// - Parameter wanted: Texts by the name of an identity field; all must match. None finds nothing.
    /// - Returns: At most ``foundTold`` records, as lists show them; whether there are more.
    /// - Throws: ``RegistryRefusal/notForFunction(function:action:mechanism:)`` where the function searches no such records;
    ///   ``RegistryRefusal/unknownFilter(name:known:)`` for a field that names nobody.
    package func search(
        _ name: String, for wanted: [String: String], _ closeness: Closeness, _ asking: Asking
    ) throws -> (rows: [RecordView], isWhole: Bool) {
        let mechanism = try mechanism(name)
        let reach = policy.reach(of: asking.actor, .search, mechanism, for: asking.purpose)
            .showing(.identity)
        guard reach.grant != nil else {
            throw RegistryRefusal.notForFunction(
                function: asking.actor.function, action: .search, mechanism: mechanism.name)
        }
        let known = mechanism.identityFields
        for field in wanted.keys.sorted() where !known.contains(field) {
            throw RegistryRefusal.unknownFilter(name: field, known: known.sorted())
        }
        var rows: [RecordView] = []
        for record in try ledger.find(wanted, closeness, within: reach) {
            guard let standpoint = try standpoint(of: asking.actor, to: record),
                standpoint.mechanism.name == mechanism.name,
                let view = try listed(at: standpoint, .search, asking, showing: .identity)
            else { continue }
            if rows.count == Registry.foundTold { return (rows, false) }
            rows.append(view)
        }
        return (rows, true)
    }
}
