/// What a packet of codes says of itself, in the open: everything that must be the same for two packets to be compared.
package struct PacketHeader: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, Sendable {
        case keys
        case filters
    }

    package let kind: Kind
    /// Who encoded the records.
    package let agency: String
    package let terms: Terms
    package let round: Int
    /// The roles that keys were made of; empty for filters.
    package let plan: [String]
    /// SHA-256 of the linkage schema with its hardening; empty for keys.
    package let schema: String
    /// Fingerprints of the keys on the codes; `parties` of them make the codes comparable.
    package var keys: [String]
    package let parties: Int
    package let records: Int
    /// Records that the agency takes for one person count once.
    package let persons: Int
    /// Codes of a record.
    package let slots: Int
    /// Bytes of a code.
    package var width: Int
    let chance: ChanceAgreement?
    /// Whether a signature by the agency's key follows the packet.
    package var isSigned: Bool

    /// Whether all parties' keys are on the codes.
    package var isComparable: Bool { keys.count == parties }

    /// What differs between two packets that cannot be compared; nil where they can.
    func difference(to other: PacketHeader) -> String? {
        if kind != other.kind { return "one holds keys and one filters" }
        if terms.project != other.terms.project { return "they belong to two projects" }
        if round != other.round {
            return "they were made in rounds \(round) and \(other.round): both must use the newer key"
        }
        if plan != other.plan {
            return
                "they were made of other roles: \(plan.joined(separator: ", ")) and \(other.plan.joined(separator: ", "))"
        }
        if schema != other.schema { return "they were made by two linkage schemas" }
        if !isComparable || !other.isComparable { return "one of them waits for the key of a party (blind raise)" }
        if Set(keys) != Set(other.keys) { return "they were made under two keys" }
        if width != other.width || slots != other.slots || parties != other.parties {
            return "their codes differ in size"
        }
        return nil
    }
}
