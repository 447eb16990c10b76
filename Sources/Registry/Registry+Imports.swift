import Access
package import Intake
import Ledger
import Mechanisms
import Vocabulary

extension Registry {
    /// How imports happen.
    package enum ImportEntry: Sendable, Hashable {
        /// In the name of a post, which opens and names what the policy lets it.
        case post
        /// By the keeper of the machine, before anybody signs in.
        case load

        var admission: Admission.Entry { self == .load ? .byLoad : .byImport }
    }

    /// Makes the origins of an import, so that what one organisation brought in is known again to none but itself.
    ///
    /// Rows are told apart within the organisation for which they are imported (decision 0150). Only names of records
    /// that anybody who imports may list whoever they belong to, which are those of organisations, count for all.
    /// - Throws: The ledger's failure where its keys are not at hand.
    package func fingerprinter(_ asking: Asking, as entry: ImportEntry) throws -> Fingerprint {
        let base = try ledger.fingerprinter()
        let scope = asking.actor.organisation.map { " for:\($0)" } ?? ""
        let open = Set(book.mechanisms.lazy.filter { self.isListed($0, asking, as: entry) }.map(\.name))
        return { space, key, ordinal in
            switch space {
            case .rows(let source): base(scope.isEmpty ? source : source + scope, key, ordinal)
            case .names(let mechanism, let source): base("\(source) once-per:\(mechanism)\(scope)", key, ordinal)
            case .registerNames(let mechanism):
                base("once-per:\(mechanism)\(open.contains(mechanism) ? "" : scope)", key, ordinal)
            }
        }
    }

    /// The organisations that were registered by hand, by the origins that an import of their names would have: those
    /// whose name only one of them has.
    func namedOrganisations(_ asking: Asking, as entry: ImportEntry) throws -> [Origin: RecordID] {
        guard let mechanism = book.mechanism("organisation"), isListed(mechanism, asking, as: entry) else { return [:] }
        let fingerprint = try fingerprinter(asking, as: entry)
        let origins = directory.organisations.values.map {
            (fingerprint(.registerNames(mechanism: mechanism.name), RegisterName.key(of: $0.name), 0), $0.id)
        }
        return Dictionary(grouping: origins, by: \.0).compactMapValues { $0.count == 1 ? $0[0].1 : nil }
    }

    /// Whether every record of a mechanism may be listed by one who imports, whoever it belongs to.
    private func isListed(_ mechanism: Mechanism, _ asking: Asking, as entry: ImportEntry) -> Bool {
        let action: Action = entry == .load ? .load : .list
        // A load for nobody has no scope that names could be kept in.
        if entry == .load, mechanism.matter != .network { return false }
        return policy.reach(of: asking.actor, action, mechanism, for: asking.purpose).clause(
            for: [.none], isClosed: true) != nil
    }
}
