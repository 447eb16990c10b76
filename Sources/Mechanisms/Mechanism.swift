package import Access

/// One mechanism of the founding papers as data: what it records, its states, its steps, who may take them.
///
/// A declaration and nothing else: the interpreter, the forms, the API description, the permission matrix and the
/// reference pages are all made from it.
package struct Mechanism: Sendable {
    package enum Chapter: String, Sendable, CaseIterable {
        case register
        case network
        case numbers
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
        _ name: String, chapter: Chapter, serves: [String], subject: Subject = .nobody, fields: [Field],
        states: [String], transitions: [Transition]
    ) {
        self.name = name
        self.chapter = chapter
        self.serves = serves
        self.subject = subject
        self.fields = fields
        self.states = states
        self.transitions = transitions
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
            name, chapter: chapter, serves: serves, subject: subject, fields: fields + national, states: states,
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
