package import Vocabulary

/// What a treaty says of who may become a party, and when, read from its record.
package struct TreatyTerms: Hashable, Sendable {
    /// What a party must be to the parent treaty before it may be bound by this one.
    package enum Prerequisite: String, Sendable, CaseIterable {
        /// Bound by it, as for the Protocols to the UN Convention against Transnational Organized Crime (its article 37).
        case party
        /// At least a signatory of it, as for the Optional Protocol on the sale of children (article 13).
        case signatory
    }

    package struct Entry: Hashable, Sendable {
        /// Consents that it takes.
        package let consents: Int
        package let rule: TimeRule
    }

    package let record: RecordID
    package let title: String
    /// By which it is known: `CETS 197`.
    package let reference: String?
    package let adoptedOn: CalendarDate?
    package let parent: RecordID?
    package let prerequisite: Prerequisite
    /// When the treaty itself enters into force; nil where the register does not know the rule.
    package let entry: Entry?
    /// When it enters into force for whoever consents later.
    package let later: TimeRule
    /// When a denunciation takes effect; nil where the treaty says nothing of it.
    package let withdrawal: TimeRule?
    /// Whether instruments of regional organisations count among those of `entry`.
    package let organisationsCount: Bool
    /// The day of its entry into force as the depositary published it; it counts before what is reckoned.
    package let publishedEntry: CalendarDate?

    /// Nil for a record that is no treaty, or does not say when a consent takes effect.
    package init?(_ state: RecordState) {
        let fields = state.fields
        guard let later = TimeRule(fields, "later") else { return nil }
        record = state.record
        title = fields.text("title") ?? ""
        reference = fields.text("reference")
        adoptedOn = fields.day("adopted-on")
        parent = fields["parent"]?.linked.first
        prerequisite = fields.code("prerequisite").flatMap(Prerequisite.init) ?? .party
        if case .integer(let consents)? = fields["entry-consents"], let rule = TimeRule(fields, "entry") {
            entry = Entry(consents: consents, rule: rule)
        } else {
            entry = nil
        }
        self.later = later
        withdrawal = TimeRule(fields, "withdrawal")
        organisationsCount = fields["organisations-count"] == .boolean(true)
        publishedEntry = fields.day("in-force-on")
    }

    /// By which people know it: its reference, or its title.
    package var name: String { reference ?? title }
}

extension TimeRule {
    /// The rule in the fields `…-time` and `…-unit`; nil where one of them is empty.
    init?(_ fields: [String: FieldValue], _ name: String) {
        guard case .integer(let count)? = fields["\(name)-time"],
            let unit = fields.code("\(name)-unit").flatMap(Unit.init)
        else { return nil }
        self.init(count, unit)
    }
}
