import Access
import ArgumentParser
import Intake
import Mechanisms
import Registry
import Vocabulary

struct QuestionnaireBringIn: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in a questionnaire's questions from a table.",
        discussion: """
            The same table again adds nothing. Another table of the same title changes the draft, or makes the next version \
            where the last one was sent. Columns: docs/handbook/questionnaires.md.
            """)
    static let rule = CommandRule.post(.coordinator, [.read, .list, .open, .write])
    static let output = CommandOutput.talk

    @Argument(help: "The table: CSV or XLSX, one question a row.")
    var file: String

    @Option(help: "The title, where no row of the table gives it.")
    var title: String?

    @Option(help: "The language in which it is written, ISO 639-3.")
    var language = "eng"

    @Option(help: "What it is for: a code of questionnaire-kinds.")
    var kind = "enquiry"

    @Option(name: .customLong("serves"), help: "The record id of an action of a plan that it serves; may be repeated.")
    var actions: [String] = []

    @Flag(help: "What is translated in the table was reviewed beside its source.")
    var reviewed = false

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let table = try QuestionnaireTable(FileBytes(path: file))
        guard let title = title ?? table.head?.text, !title.isEmpty else { throw CommandFailure.questionnaireUntitled }
        let open = try OpenRegistry(register, for: Self.self)
        let languages = open.registry.book.codeLists["languages"]
        let unknown = ([language] + table.entries.flatMap(\.translations.keys)).first { languages?[$0] == nil }
        if let unknown { throw CommandFailure.unknownLanguage(code: unknown) }
        let served = try actions.map { text in
            guard let record = RecordID(text) else {
                throw CommandFailure.unknownName(kind: "action", name: text, known: [])
            }
            return record
        }
        var random = SystemRandomNumberGenerator()
        let work = QuestionnaireImport(
            table,
            .init(title: title, kind: kind, language: language, actions: served, isReviewed: reviewed),
            onto: try QuestionnaireChoice(open).newest(titled: title), on: open.registry.today
        ) { RecordID(at: OpenRegister.clock(), using: &random) }
        let outcome = try work.commands.isEmpty ? nil : open.registry.submit(work.commands, open.asking)
        let sheet = try open.registry.questionnaire(work.questionnaire, open.asking)
        try open.close()
        if case .refused(let refusal)? = outcome { throw refusal }
        if case .conflict? = outcome { throw RegistryRefusal.overtaken }
        for key in work.left { Talk.say("The draft has a question that the table has not: \(key). It stays.") }
        print("questionnaire   \(sheet.record)")
        print("version         \(sheet.edition), \(work.isNew ? "new" : sheet.state)")
        print("questions       \(sheet.questions.count)")
        print("changed         \(work.commands.count)")
        for language in sheet.translatedInto {
            let coverage = sheet.coverage(language)
            print("\(language)             \(coverage.whole) of \(coverage.standings.count) reviewed")
        }
    }
}
