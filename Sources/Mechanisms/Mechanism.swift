package import Access

/// One mechanism of the founding papers as data: what it records, its states, its steps, who may take them.
///
/// A declaration and nothing else: the interpreter, the forms, the API description, the permission matrix and the
/// reference pages are all made from it.
package struct Mechanism: Sendable {
    package enum Chapter: String, Sendable, CaseIterable {
        case register
        /// What passes between those who work on a case: shares, consents, tasks, entries.
        case sharing
        /// What officers of states ask of each other outside of cases: skills, requests, notes of informal contacts.
        case cooperation
        case network
        case numbers
        /// Plans of action and where they stand, recommendations and who answered them.
        case coordination
        /// What bodies are asked, round by round, and what they answer.
        case questionnaires
        /// Treaties, laws, agreements, and who is bound by them.
        case law
        /// Papers that institutions issued, and how they stand to each other.
        case library
        case dataProtection = "data-protection"
    }

    package let name: String
    package let chapter: Chapter
    /// Entries of the requirement that it serves: `B03`.
    package let serves: [String]
    package let fields: [Field]
    package let states: [String]
    package let transitions: [Transition]
    /// The person whose key seals identity fields: the record itself, a linked person, or nobody.
    package let subject: Subject

    /// The link field that names the organisation to which a record belongs; nil where it is the author's.
    package let owner: String?
    /// States in which work on a record has ended: what was shared is no longer in reach then.
    package let closedStates: Set<String>
    /// Who comes to stand in which relation to which records by a record of this mechanism.
    package let standings: [Standing]
    /// Fields by which its lists are filtered, in the order of the list's columns.
    package let listedBy: [String]
    /// Fields that together name a record to those who may see them: `given-name`, `family-name`.
    package let titledBy: [String]
    /// By when somebody must have acted, while the record is not closed.
    package let dues: [DueField]
    /// When somebody must look whether its records are still needed; none where they say nothing of a person.
    package let retention: [Retention]

    /// What persons say of its records apart from one another; nil where nothing is.
    package let blind: Blind?

    /// What the policy calls it.
    package var matter: Matter {
        switch chapter {
        case .register: .victims
        case .sharing: .sharing
        case .cooperation: .cooperation
        case .network: .network
        case .numbers: .numbers
        case .coordination, .law: .plans
        case .questionnaires: .questionnaires
        case .library: .library
        case .dataProtection: .protectionOfData
        }
    }

    package enum Subject: Sendable, Hashable {
        case itself
        case person(field: String)
        case nobody
    }

    /// Names of the fields that are sealed, in their order.
    let sealedNames: [String]
    private let fieldPlaces: [String: Int]
    private let transitionPlaces: [String: Int]

    package init(
        _ name: String, chapter: Chapter, serves: [String], subject: Subject = .nobody, owner: String? = nil,
        fields: [Field], states: [String], closedStates: Set<String> = [], standings: [Standing] = [],
        titledBy: [String] = [], listedBy: [String] = [], dueFields: [DueField] = [], retention: [Retention] = [],
        blind: Blind? = nil, transitions: [Transition]
    ) {
        self.name = name
        self.chapter = chapter
        self.serves = serves
        self.subject = subject
        self.fields = fields
        self.states = states
        self.transitions = transitions
        self.owner = owner
        self.closedStates = closedStates
        self.standings = standings
        self.titledBy = titledBy
        self.listedBy = listedBy
        dues = dueFields
        self.retention = retention
        self.blind = blind
        sealedNames = fields.filter { $0.sensitivity == .identity }.map(\.name)
        fieldPlaces = Dictionary(fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        transitionPlaces = Dictionary(
            transitions.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The field of that name.
    package func field(_ name: String) -> Field? { fieldPlaces[name].map { fields[$0] } }

    /// The transition of that name.
    package func transition(_ name: String) -> Transition? { transitionPlaces[name].map { transitions[$0] } }

    /// Names of the fields that are sealed.
    package var identityFields: Set<String> { Set(sealedNames) }

    /// The same mechanism with fields that a country added.
    func adding(_ national: [Field]) -> Mechanism {
        Mechanism(
            name, chapter: chapter, serves: serves, subject: subject, owner: owner, fields: fields + national,
            states: states, closedStates: closedStates, standings: standings, titledBy: titledBy,
            listedBy: listedBy, dueFields: dues, retention: retention, blind: blind,
            transitions: transitions)
    }
}

extension [Transition] {
    /// Setting right what was entered wrongly, in any of `states`: the old value stays in the ledger, a reason is
    /// obligatory.
    package static func correction(
        in states: [String], by: Set<FunctionKind>, needs: [any Guard] = []
    ) -> [Transition] {
        states.map { state in
            Transition.step(
                states.count == 1 ? "correct" : "correct-\(state)", from: [state], to: state, by: by,
                needs: [ReasonGiven()] + needs)
        }
    }
}
