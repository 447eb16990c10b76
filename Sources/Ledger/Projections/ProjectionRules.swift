import Access
package import Mechanisms

/// What the ledger must know of the book to keep lists, due dates and standings: made from the mechanisms, nothing else.
package struct ProjectionRules: Sendable {
    let mechanisms: [String: MechanismRules]

    /// The rules of these mechanisms.
    package init(_ mechanisms: [Mechanism]) {
        self.mechanisms = Dictionary(
            mechanisms.map { ($0.name, MechanismRules($0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// Of a book without mechanisms: records are kept and linked, and stand in nobody's list but their author's.
    package static let none = ProjectionRules([])

    func rules(of mechanism: String) -> MechanismRules { mechanisms[mechanism] ?? .none }
}

/// What of one mechanism matters to the derived tables.
struct MechanismRules: Sendable {
    /// How a field stands in lists.
    struct Listed: Sendable {
        enum Kind: String { case code, day, text, link }

        let kind: Kind
    }

    /// The link field that names the owning organisation.
    let owner: String?
    let closedStates: Set<String>
    let standings: [Standing]
    /// Fields that lists filter by.
    let listed: [String: Listed]
    let dues: [DueField]
    /// Each stands in lists by its first day, under the name of its clock.
    let retention: [Retention]
    /// Link fields whose records hold something: their ids are words.
    let holderFields: Set<String>
    /// Of every field of the mechanism.
    let sensitivities: [String: Sensitivity]
    /// Whether the author of the opening event holds something.
    let hasAuthor: Bool
    /// All of it on one line: derived tables that were made under other rules do not fit.
    let says: String

    static let none = MechanismRules(
        owner: nil, closedStates: [], standings: [], listed: [:], dues: [], retention: [],
        sensitivities: [:], says: "")

    init(_ mechanism: Mechanism) {
        var listed: [String: Listed] = [:]
        for name in mechanism.listedBy {
            guard let field = mechanism.field(name), let kind = Listed.Kind(field.kind) else { continue }
            listed[name] = Listed(kind: kind)
        }
        var sensitivities = Dictionary(
            mechanism.fields.map { ($0.name, $0.sensitivity) }, uniquingKeysWith: { first, _ in first })
        for clause in mechanism.retention {
            listed[clause.clock] = Listed(kind: .day)
            sensitivities[clause.clock] = .restricted
        }
        let parts = [
            mechanism.owner.map { "owner \($0)" },
            MechanismRules.list("closed", mechanism.closedStates.sorted()),
            MechanismRules.list("listed", listed.map { "\($0.key):\($0.value.kind.rawValue)" }.sorted()),
            MechanismRules.list("due", mechanism.dues.map(\.line)),
            MechanismRules.list("standing", mechanism.standings.map(\.line)),
            MechanismRules.list("kept", mechanism.retention.map(\.line)),
        ]
        self.init(
            owner: mechanism.owner, closedStates: mechanism.closedStates, standings: mechanism.standings,
            listed: listed, dues: mechanism.dues, retention: mechanism.retention, sensitivities: sensitivities,
            says: parts.compactMap(\.self).joined(separator: "; "))
    }

    private init(
        owner: String?, closedStates: Set<String>, standings: [Standing], listed: [String: Listed],
        dues: [DueField], retention: [Retention], sensitivities: [String: Sensitivity], says: String
    ) {
        self.owner = owner
        self.closedStates = closedStates
        self.standings = standings
        self.listed = listed
        self.dues = dues
        self.retention = retention
        self.sensitivities = sensitivities
        self.says = says
        holderFields = Set(standings.compactMap(\.holderField) + [owner].compactMap(\.self))
        hasAuthor = standings.contains { $0.holder == .author }
    }

    /// What is due of a record in `state`.
    func dues(in state: String) -> [DueField] {
        if closedStates.contains(state) { return [] }
        return dues.filter { $0.whileIn?.contains(state) ?? true }
    }

    /// The level of the most protected of these fields; that of identities for a field that the book does not have.
    func sensitivity(of fields: some Sequence<String>) -> Sensitivity {
        fields.map { sensitivities[$0] ?? .identity }.max() ?? .open
    }

    private static func list(_ name: String, _ words: [String]) -> String? {
        words.isEmpty ? nil : "\(name) \(words.joined(separator: ","))"
    }
}

extension MechanismRules.Listed.Kind {
    init?(_ kind: Field.Kind) {
        switch kind {
        case .code, .codes, .boolean, .integer: self = .code
        case .period: self = .day
        case .text: self = .text
        case .link, .links: self = .link
        }
    }
}

extension DueField {
    /// The declaration in one word, the same for the same declaration; whether it lapses is asked when a list is made.
    fileprivate var line: String { whileIn.map { "\(name)@\($0.sorted().joined(separator: "+"))" } ?? name }
}

extension Retention {
    /// The declaration in one word; how many days is asked when a list is made.
    fileprivate var line: String {
        switch start {
        case .closing: "\(clock)@closing"
        case .lastChange: "\(clock)@last-change"
        case .field(let field): "\(clock)@\(field)"
        }
    }
}

extension Standing {
    var holderField: String? {
        switch holder {
        case .organisation(let field), .post(let field): field
        case .author, .bearer: nil
        }
    }

    /// The declaration on one line, the same for the same declaration.
    fileprivate var line: String {
        let basis: String =
            switch rests {
            case .on(let relation): relation.rawValue
            case .onBasis(let field, let consent): "\(field)+\(consent)"
            }
        let words: [String] = [
            holderField ?? (holder == .bearer ? "bearer" : "author"), basis, toItself ? "itself" : "",
            toLinked.joined(separator: "+"),
            whileIn.map { $0.sorted().joined(separator: "+") } ?? "", until ?? "", hours.map(String.init) ?? "",
            terms.map(\.line) ?? "",
        ]
        return words.joined(separator: "/")
    }
}

extension ConsentTerms {
    fileprivate var line: String { [purpose, recipient, person].joined(separator: "+") }
}
