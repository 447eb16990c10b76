package import Vocabulary

/// What a party did with regard to a treaty, read from its record.
package struct TreatyAct: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case signature
        /// A signature that binds without ratification.
        case definitiveSignature = "definitive-signature"
        case ratification, acceptance, approval, accession, succession
        case declaration, reservation, objection, denunciation

        /// Whether it is the party's consent to be bound; a signature alone is none.
        package var binds: Bool {
            switch self {
            case .definitiveSignature, .ratification, .acceptance, .approval, .accession, .succession: true
            case .signature, .declaration, .reservation, .objection, .denunciation: false
            }
        }

        /// Whether it says on which terms the party is bound.
        package var qualifies: Bool { self == .reservation || self == .declaration }
    }

    package let record: RecordID
    package let treaty: RecordID
    package let party: TreatyParty
    package let kind: Kind
    /// Of the signature, of the deposit, or of the receipt.
    package let day: CalendarDate
    /// When it takes effect, where the depositary says so; else the treaty's rule says it.
    package let effectiveOn: CalendarDate?
    /// From when on the party took it back.
    package let liftedOn: CalendarDate?
    /// The depositary's.
    package let document: String?
    package let text: String?
    /// The act that it is about: the reservation objected to.
    package let about: RecordID?

    /// Nil for one that was entered wrongly, or of which no day is known.
    package init?(_ state: RecordState) {
        guard state.state != TreatyAct.withdrawn else { return nil }
        self.init(record: state.record, state.fields)
    }

    /// - Parameter fields: As they would be after a step.
    package init?(record: RecordID, _ fields: [String: FieldValue]) {
        guard let treaty = fields["treaty"]?.linked.first, let party = TreatyParty(fields),
            case .code(let code)? = fields["kind"], let kind = Kind(rawValue: code),
            case .period(let done)? = fields["done-on"], done.precision == .day
        else { return nil }
        (self.record, self.treaty, self.party, self.kind, day) = (record, treaty, party, kind, done.start)
        effectiveOn = fields.day("effective-on")
        liftedOn = fields.day("lifted-on")
        (document, text) = (fields.text("document"), fields.text("text"))
        about = fields["about"]?.linked.first
    }

    /// The state of an act that was entered wrongly.
    package static let withdrawn = "withdrawn"

    /// Whether it stands on a day: done by then, and not taken back.
    package func stands(on date: CalendarDate) -> Bool { day <= date && (liftedOn.map { date < $0 } ?? true) }
}

extension [TreatyAct] {
    /// In the order of their days; of one day, what binds before what ends.
    package var inOrder: [TreatyAct] {
        sorted { ($0.day, $0.kind.rank, $0.record) < ($1.day, $1.kind.rank, $1.record) }
    }
}

extension TreatyAct.Kind {
    fileprivate var rank: Int { TreatyAct.Kind.allCases.firstIndex(of: self) ?? 0 }
}

extension [String: FieldValue] {
    func text(_ field: String) -> String? { if case .text(let text)? = self[field] { text } else { nil } }
    func code(_ field: String) -> String? { if case .code(let code)? = self[field] { code } else { nil } }

    /// The first day of a period field.
    func day(_ field: String) -> CalendarDate? {
        if case .period(let period)? = self[field] { period.start } else { nil }
    }
}
