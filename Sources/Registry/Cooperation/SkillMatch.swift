package import Mechanisms
package import Vocabulary

/// Who is looked for among the officers of all states: a language, a skill, or one who has both.
package struct SkillQuestion: Sendable, Hashable {
    /// A code of the list `languages`; nil where the language does not matter.
    package let language: String?
    /// Whether it must suffice for an interview.
    package let mustBeFluent: Bool
    /// A code of the list `officer-skills`; nil where the skill does not matter.
    package let skill: String?

    /// Nil where it asks for nothing: everybody would be an answer.
    package init?(language: String?, mustBeFluent: Bool = false, skill: String?) {
        guard language != nil || skill != nil else { return nil }
        (self.language, self.mustBeFluent, self.skill) = (language, mustBeFluent, skill)
    }

    func isMet(by officer: RecordState, on day: CalendarDate) -> Bool {
        guard officer.state == "available", officer.lastDay("available-until").map({ day <= $0 }) ?? false else {
            return false
        }
        let spoken = officer.codes("fluent") + (mustBeFluent ? [] : officer.codes("basic"))
        return language.map(spoken.contains) ?? true && skill.map(officer.codes("skills").contains) ?? true
    }
}

/// That a state has somebody, and which post is to be asked. How many there are, who, and until when is nowhere in it.
package struct SkillMatch: Sendable, Hashable {
    package let post: RecordID
    /// What the post is called; nil where only its kind is known.
    package let title: String?
    /// A code of the list `function-kinds`.
    package let kind: String
    package let organisation: String
    /// Of the organisation; nil where nobody said.
    package let country: String?
    /// Whether nobody holds the post on the day.
    package let isVacant: Bool
    /// Contact points through which the post is reached, else those of its organisation.
    package let contacts: [ContactBook.Entry]

    package init(
        post: RecordID, title: String?, kind: String, organisation: String, country: String?, isVacant: Bool,
        contacts: [ContactBook.Entry]
    ) {
        (self.post, self.title, self.kind, self.organisation) = (post, title, kind, organisation)
        (self.country, self.isVacant, self.contacts) = (country, isVacant, contacts)
    }

    package static func == (left: SkillMatch, right: SkillMatch) -> Bool { left.post == right.post }

    package func hash(into hasher: inout Hasher) { hasher.combine(post) }
}
