import Access
import ArgumentParser
import Mechanisms
import Registry
import Vocabulary

struct ContactsSkills: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "skills",
        abstract: "Which states have an officer with a language or a skill, and which post to ask.",
        discussion: """
            A row for each post that answers for at least one officer who fits and is still available; never who, how many or \
            until when. Each question is written down. Ends with 3 where no state has anybody.
            """)
    static let rule = CommandRule.post(.liaisonOfficer, [.read, .list, .open])
    static let output = CommandOutput.markedRows

    @Option(help: "The language: three letters (ISO 639-3), or its name.")
    var language: String?

    @Flag(help: "Well enough for an interview.")
    var fluent = false

    @Option(help: "The skill, a code of officer-skills.")
    var skill: String?

    @OptionGroup var register: RegisterFolder

    func validate() throws {
        guard language != nil || skill != nil else { throw ValidationError("Name a --language, a --skill or both.") }
    }

    func run() throws {
        let open = try OpenRegistry(register, for: Self.self)
        let book = open.registry.book
        let question = SkillQuestion(
            language: try language.map { try ContactsNow.code($0, "languages", "language", book) },
            mustBeFluent: fluent, skill: try skill.map { try ContactsNow.code($0, "officer-skills", "skill", book) })
        let matches =
            try question.map { try open.registry.skillMatches($0, on: open.registry.today, open.asking) } ?? []
        try open.close()
        print(CSVText.line(["state", "organisation", "post", "id", "vacant", "contact", "telephone", "marking"]))
        for match in matches {
            let contact = match.contacts.first?.contact
            let row = [
                match.country ?? "", match.organisation, match.title ?? match.kind, match.post.description,
                match.isVacant ? "yes" : "no", contact?.title ?? "", contact?.telephone ?? "",
            ]
            print(CSVText.line(row + [Marking.professionals.rawValue]))
        }
        if matches.isEmpty { throw ExitCode(Ending.foundDifferences) }
    }
}
