package import Access

/// Who comes to stand in which relation to which records because of a record of this mechanism.
///
/// The ledger keeps the rows that follow from it as a projection, remade with every event of the source record: a
/// share that ended or an owner that changed gives nothing from that event on.
package struct Standing: Sendable, Hashable {
    package enum Holder: Sendable, Hashable {
        /// The organisation that a link field names.
        case organisation(field: String)
        /// The post that a link field names.
        case post(field: String)
        /// The account that wrote the opening event.
        case author
        /// Whoever acts through the record itself, as others act through a post: a link for somebody without an account.
        case bearer
    }

    package enum Rests: Sendable, Hashable {
        /// On this relation, whatever the record says.
        case on(Relation)
        /// On the share's own basis: a code field (`consent`, or any other code for a law), and the link field to the
        /// consent without whose state `given` a share by consent gives nothing.
        case onBasis(field: String, consent: String)
    }

    package let holder: Holder
    package let rests: Rests
    /// Whether the holder stands so to the source record itself.
    package let toItself: Bool
    /// Link fields whose records the holder stands so to.
    package let toLinked: [String]
    /// States of the source record in which it holds; nil for all.
    package let whileIn: Set<String>?
    /// Period field of the source record after whose last day it no longer holds.
    package let until: String?
    /// Hours after the opening event beyond which it no longer holds.
    package let hours: Int?
    /// What the consent that it rests on must say alike, so that it gives anything; nil where it rests on none.
    package let terms: ConsentTerms?

    package init(
        _ holder: Holder, _ rests: Rests, toItself: Bool = true, toLinked: [String] = [],
        whileIn: Set<String>? = nil, until: String? = nil, hours: Int? = nil,
        terms: ConsentTerms? = nil
    ) {
        self.holder = holder
        self.rests = rests
        self.toItself = toItself
        self.toLinked = toLinked
        self.whileIn = whileIn
        self.until = until
        self.hours = hours
        self.terms = terms
    }

    /// Fields of the source record that it speaks of.
    package var fields: [String] {
        var named = toLinked + [until].compactMap(\.self)
        switch holder {
        case .organisation(let field), .post(let field): named.append(field)
        case .author, .bearer: break
        }
        if case .onBasis(let field, let consent) = rests { named += [field, consent] }
        if let terms { named.append(terms.purpose) }
        return named
    }
}
