import Access
package import Ledger
import Mechanisms
package import Vocabulary

extension Registry {
    /// The persons in the asker's reach whose identities match all of `wanted`; the search is written down first.
    ///
    /// One whom the asker may not see is neither found nor counted.
    ///
    /// - Throws: ``RegistryRefusal/notForFunction(function:action:mechanism:)`` where the function searches for nobody;
    ///   ``RegistryRefusal/unknownFilter(name:known:)`` for a field that names nobody.
    package func find(
        _ wanted: [String: String], _ closeness: Closeness = .folded, _ asking: Asking
    ) throws -> [RecordID] {
        let person = try mechanism("person")
        let reach = policy.reach(of: asking.actor, .search, person.matter, for: asking.purpose).showing(.identity)
        guard reach.grant != nil else {
            throw RegistryRefusal.notForFunction(
                function: asking.actor.function, action: .search, mechanism: person.name)
        }
        for name in wanted.keys where !person.identityFields.contains(name) {
            throw RegistryRefusal.unknownFilter(name: name, known: person.identityFields.sorted())
        }
        return try ledger.find(wanted, closeness, within: reach)
    }
}
