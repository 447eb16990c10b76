import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// Where an officer with a language or a skill is looked for, for `workbench-skills.mustache`: the answer says that a state
/// has one, and which post to ask (B53).
struct SkillsPage: Sendable {
    struct Select: Sendable {
        let name: String
        let label: String
        let any: String
        let options: [DeskForm.Option]
    }

    let action: String
    let selects: [Select]
    let fluentLabel: String
    let isFluent: Bool
    let go: String
    let desk: DeskPage

    init(_ view: SkillsView, _ visit: Visit) {
        let words = SkillsWords(visit)
        action = ContactsPaths.skills
        selects = [
            words.select("language", "languages", chosen: view.language),
            words.select("skill", "officer-skills", chosen: view.skill),
        ]
        (fluentLabel, isFluent, go) = (words["fluent"], view.mustBeFluent, words["go"])
        var actions: [DeskPage.Action] = []
        for name in ["officer-skill", "cooperation-request", "contact-note"] where visit.mayOpen(name) {
            actions.append(.init(text: words["new.\(name)"], href: WorkbenchPaths.new(name)))
        }
        desk = DeskPage(
            lead: words["lead"], actions: actions,
            sections: view.matches.map { [words.answer($0, to: view)] } ?? [], visit.exchange)
    }
}

/// What is asked, and the answer; nil where nothing is asked yet.
struct SkillsView: Sendable {
    let language: String?
    let mustBeFluent: Bool
    let skill: String?
    let matches: [SkillMatch]?

    init(language: String?, mustBeFluent: Bool, skill: String?, matches: [SkillMatch]?) {
        (self.language, self.mustBeFluent, self.skill, self.matches) = (language, mustBeFluent, skill, matches)
    }

    /// - Throws: ``RegistryRefusal/unreadableFilter(name:)`` for a code that there is not.
    init(_ visit: Visit) throws {
        let query = visit.exchange.query
        func code(_ name: String, _ list: String) throws -> String? {
            guard let text = query[name].flatMap({ $0.isEmpty ? nil : $0 }) else { return nil }
            guard visit.book.codeLists[list]?.codes.contains(where: { $0.id == text }) == true else {
                throw RegistryRefusal.unreadableFilter(name: name)
            }
            return text
        }
        let (language, skill) = (try code("language", "languages"), try code("skill", "officer-skills"))
        let mustBeFluent = query["fluent"] == "yes"
        let question = SkillQuestion(language: language, mustBeFluent: mustBeFluent, skill: skill)
        self.init(
            language: language, mustBeFluent: mustBeFluent, skill: skill,
            matches: try question.map { try visit.registry.skillMatches($0, on: visit.today, visit.asking) })
    }
}

/// The answer in the words of whoever asks.
struct SkillsWords: Sendable {
    private let visit: Visit
    private let contacts: ContactWords

    init(_ visit: Visit) { (self.visit, contacts) = (visit, ContactWords(of: visit)) }

    subscript(key: String) -> String { visit.contacts("skills.\(key)") }

    func select(_ name: String, _ list: String, chosen: String?) -> SkillsPage.Select {
        let codes = visit.book.codeLists[list]?.codes.filter { !$0.isRetired }.map(\.id) ?? []
        return SkillsPage.Select(
            name: name, label: self[name], any: self["any"],
            options: visit.wording.texts.alphabetical(codes, of: list).map {
                .init($0, visit.wording.code(list, $0), isChosen: $0 == chosen)
            })
    }

    func answer(_ matches: [SkillMatch], to view: SkillsView) -> DeskSection {
        let rows = matches.map { match -> [DeskTable.Value] in
            let post = match.title.map(contacts.name) ?? visit.wording.code("function-kinds", match.kind)
            let contact = match.contacts.first
            return [
                DeskTable.Value(
                    post, state: match.isVacant ? .init(visit.contacts("standing.vacant"), .late) : nil,
                    small: [contacts.name(match.organisation)]),
                DeskTable.Value(match.country.map { visit.wording.code("countries", $0) } ?? "–"),
                DeskTable.Value(
                    contact.map(contacts.full) ?? self["no-contact"],
                    small: contact.map { contacts.numbers($0.contact) } ?? []),
                DeskTable.Value(self["ask"], href: href(match, view)),
            ]
        }
        return DeskSection(
            "answer", self["answer"], note: self[rows.isEmpty ? "none" : "note"],
            tables: rows.isEmpty
                ? []
                : [
                    DeskTable(
                        self["caption"], columns: ["post", "state", "reached", "ask"].map { self["columns.\($0)"] },
                        rows: rows)
                ])
    }

    /// The form of a request to the post, with what was looked for in it.
    private func href(_ match: SkillMatch, _ view: SkillsView) -> String {
        let fields: [(String, String?)] = [
            ("kind", "officer"), ("asked", match.post.description),
            ("organisation", visit.asking.actor.organisation?.description), ("languages", view.language),
            ("skills", view.skill),
        ]
        let query = Fields(
            fields.compactMap { name, value in value.map { .init(name: StepInput.name(of: name), value: $0) } })
        return "\(WorkbenchPaths.new("cooperation-request"))?\(query.encoded)"
    }
}
