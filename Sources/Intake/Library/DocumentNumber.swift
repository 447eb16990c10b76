/// A number under which an institution knows a document, in one spelling however it was written.
///
/// Two spellings of one number are equal: *resolution 55/25* and *A/RES/55/25*, *COM(2017) 728* and
/// *COM(2017) 728 final*, *15321/2/06* and *15321/2/06 REV 2*.
package struct DocumentNumber: Sendable, Hashable {
    /// Who numbers in this way.
    package enum Scheme: String, Sendable, CaseIterable {
        /// Documents of the Council of the European Union: 16633/06, 15321/2/06 REV 2.
        case council
        /// Papers of the European Commission: COM(2017) 728 final; SEC, SWD and JOIN too.
        case commission
        /// Texts adopted by the European Parliament: P8_TA(2016)0227.
        case parliament
        /// Acts of the Union's law: 2011/36/EU, 2002/629/JHA, (EU) 2016/679, (EC) No 45/2001.
        case unionLaw = "union-law"
        /// Symbols of the United Nations: A/RES/64/139, S/RES/2331, CTOC/COP/2008/19.
        case unitedNations = "united-nations"
        /// Papers of bodies of the Council of Europe: CP(2013)10, GRETA(2011)20.
        case councilOfEurope = "council-of-europe"
        /// Treaties of the Council of Europe: ETS 005, CETS 197.
        case europeanTreaties = "european-treaties"
        /// Conventions, protocols and recommendations of the International Labour Organization: C029, P029, R203.
        case labour
        /// Decisions of bodies of the OSCE: MC.DEC/2/03, PC.DEC/557/Rev.1.
        case osce
        /// Applications to the European Court of Human Rights: application no. 25965/04.
        case humanRightsCourt = "human-rights-court"
    }

    package let scheme: Scheme
    /// The number that all its revisions share: `15321/06`, `COM(2017) 728`, `A/RES/64/139`.
    package let root: String
    /// An addendum or corrigendum of it, which has revisions of its own: `ADD 1`, `COR 2`; empty for the document itself.
    package let part: String
    /// 0 for the document as it came first.
    package let revision: Int

    init(_ scheme: Scheme, _ root: String, part: String = "", revision: Int = 0) {
        (self.scheme, self.root, self.part, self.revision) = (scheme, root, part, revision)
    }

    /// The number that a text is, with nothing beside it but the words that belong to it; nil for any other text.
    package init?(_ text: String) {
        let mentions = DocumentNumberReader.mentions(in: text)
        let trimmed = text.unicodeScalars.count
        guard mentions.count == 1, let mention = mentions.first, mention.range == 0..<trimmed else { return nil }
        self = mention.number
    }

    /// In the spelling of those who number, or the one of theirs that we chose; read again, it is the same number.
    package var canonical: String {
        switch scheme {
        case .council: councilSpelling
        case .commission: revision == 0 ? "\(root) final" : "\(root) final/\(revision)"
        case .councilOfEurope: revision == 0 ? root : "\(root) rev \(revision)"
        case .unitedNations, .osce: revision == 0 ? root : "\(root)/Rev.\(revision)"
        case .parliament, .unionLaw, .europeanTreaties, .labour, .humanRightsCourt: root
        }
    }

    private var councilSpelling: String {
        let halves = root.split(separator: "/")
        guard revision > 0, halves.count == 2 else { return part.isEmpty ? root : "\(root) \(part)" }
        return part.isEmpty
            ? "\(halves[0])/\(revision)/\(halves[1]) REV \(revision)" : "\(root) \(part) REV \(revision)"
    }

    /// The same document as it came first.
    package var first: DocumentNumber { DocumentNumber(scheme, root, part: part) }

    /// Whether the other is the same document in this or another revision.
    package func isRevision(of other: DocumentNumber) -> Bool { first == other.first }
}

/// Revisions in their order; different documents by scheme and spelling.
extension DocumentNumber: Comparable {
    package static func < (first: Self, second: Self) -> Bool {
        (first.scheme.rawValue, first.root, first.part, first.revision)
            < (second.scheme.rawValue, second.root, second.part, second.revision)
    }
}

extension DocumentNumber: CustomStringConvertible {
    package var description: String { canonical }
}
