import Access
import Mechanisms
import Registry
import Vocabulary

/// What stands in the register of the tests; ids are the same in every run.
struct WorkbenchSamples {
    /// A post of one of the two organisations, or of the register.
    enum Post: String, CaseIterable, Sendable {
        case caseworker, colleague, authority, liaison, coordinator, rapporteur, officer, operation

        var kind: FunctionKind {
            switch self {
            case .caseworker, .colleague: .caseworker
            case .authority: .competentAuthority
            case .liaison: .liaisonOfficer
            case .coordinator: .coordinator
            case .rapporteur: .rapporteur
            case .officer: .dataProtectionOfficer
            case .operation: .systemOperator
            }
        }

        var house: RecordID { WorkbenchSamples.id([.authority, .liaison].contains(self) ? 2 : 1) }
        var id: RecordID { WorkbenchSamples.id(UInt64(10 + (Post.allCases.firstIndex(of: self) ?? 0))) }

        var actor: Actor {
            Actor(account: rawValue, function: kind, organisation: house, post: id)
        }
    }

    static let person = id(30)
    static let otherPerson = id(31)
    static let matter = id(40)
    static let quietMatter = id(41)
    static let task = id(50)
    static let consent = id(60)
    static let share = id(61)
    static let episode = id(70)
    static let elsewhere = id(80)

    private let registry: Registry

    init(_ registry: Registry) { self.registry = registry }

    static func id(_ number: UInt64) -> RecordID {
        RecordID(high: 0x019D_0000_0000_7000 + number << 16, low: 0x8000_0000_0000_0000 | number)
    }

    func fill() throws {
        for (number, name) in [(1, "First Aid Circle"), (2, "Office for Decisions")] as [(UInt64, String)] {
            try open(
                .coordinator, "organisation", Self.id(number),
                ["name": .text(name), "kind": .code(number == 1 ? "ngo" : "law-enforcement"), "country": .code("PT")])
        }
        for post in Post.allCases {
            try open(
                .coordinator, "function", post.id,
                [
                    "organisation": .link(post.house), "kind": .code(post.kind.rawValue),
                    "title": .text("Post \(post.rawValue)"),
                ])
        }
        try victims()
        try sharing()
    }

    private func victims() throws {
        try open(
            .caseworker, "person", Self.person,
            [
                "given-name": .text("Alpha"), "family-name": .text("Onefold"), "sex": .code("female"),
                "citizenships": .codes(["AL", "PT"]), "primary-language": .code("sqi"), "birth-year": .integer(1999),
                "group-membership": .text("A text of a special category"), "group-basis": .code("explicit-consent"),
            ])
        try open(
            .caseworker, "person", Self.otherPerson,
            ["given-name": .text("Beta"), "family-name": .text("Twofold"), "sex": .code("male")])
        try open(
            .caseworker, "case", Self.matter,
            [
                "reference": .text("Matter 1"), "responsible": .link(Post.caseworker.id),
                "phenomenon": .code("trafficking"), "opened-on": .period(period("2026-07")),
            ])
        try open(
            .colleague, "case", Self.quietMatter,
            ["reference": .text("=2+2"), "phenomenon": .code("undetermined"), "responsible": .link(Post.colleague.id)])
        try open(
            .caseworker, "case-person", Self.id(42),
            ["case": .link(Self.matter), "person": .link(Self.person), "role": .code("victim")])
        try open(
            .caseworker, "status-episode", Self.episode,
            [
                "person": .link(Self.person), "registering-organisation": .link(Self.id(1)),
                "registered-on": .period(period("2026-07-03")),
            ], way: "open-as-signalled")
        try open(
            .authority, "person", Self.elsewhere,
            ["given-name": .text("Gamma"), "family-name": .text("Onefold"), "sex": .code("female")])
    }

    private func sharing() throws {
        try open(
            .caseworker, "task", Self.task,
            [
                "title": .text("Look for a place of safety"), "about": .link(Self.matter),
                "assigned-to": .link(Post.caseworker.id), "due-on": .period(period("2026-09-10")),
            ], way: "set")
        try open(
            .caseworker, "consent", Self.consent,
            ["person": .link(Self.person), "purpose": .code("protection"), "given-on": .period(period("2026-07-04"))],
            way: "give")
        try open(
            .caseworker, "share", Self.share,
            [
                "packet": .code("victim-data"), "records": .links([Self.person]), "receiver": .link(Self.id(2)),
                "purpose": .code("protection"), "basis": .code("consent"), "consent": .link(Self.consent),
                "marking": .code("restricted"), "expires-on": .period(period("2026-12-31")),
            ], way: "offer")
    }

    /// Opens a record in the name of a post.
    func open(
        _ post: Post, _ mechanism: String, _ record: RecordID, _ changes: [String: FieldValue], way: String = "open"
    ) throws {
        let command = Command(
            mechanism: mechanism, record: record, transition: way, changes: changes,
            effective: .day(WorkbenchHouse.now.day))
        let outcome = try registry.submit([command], Asking(post.actor))
        guard case .written = outcome else { throw NotWritten(mechanism: mechanism, outcome: "\(outcome)") }
    }

    struct NotWritten: Error {
        let mechanism: String
        let outcome: String
    }

    private func period(_ text: String) -> Period { Period(text) ?? .day(WorkbenchHouse.now.day) }
}
