import Access
import HTTPTypes
import Mechanisms
import Publication
import Registry
import Vocabulary

extension QuestionnairesDesk {
    /// `?language=` from a choice of one.
    func chooseLanguage(_ visit: Visit) throws -> Answer {
        let record = try visit.namedRecord()
        guard let code = visit.exchange.query["language"], visit.book.codeLists["languages"]?[code] != nil else {
            return .redirect(to: QuestionnairePaths.form(record))
        }
        return .redirect(to: QuestionnairePaths.languages(record, code))
    }

    func translation(_ visit: Visit, problems: [String] = [], status: Int = 200) throws -> Answer {
        let (sheet, language) = try translated(visit)
        let page = TranslationForm(sheet, into: language, problems: problems, visit).page
        let step = WorkbenchFrame.Step(text: sheet.title, href: QuestionnairePaths.form(sheet.record))
        return visit.page(
            visit.asked("translate-into", ["language": visit.language(language)]), "desk", page,
            breadcrumb: [visit.homeStep, visit.questionnairesStep, step], marking: .professionals, status: status)
    }

    func translate(_ visit: Visit) throws -> Answer {
        let (sheet, language) = try translated(visit)
        let commands = TranslationInput(visit.exchange.form).commands(for: sheet, into: language, visit)
        if !commands.isEmpty {
            let outcome = try visit.registry.submit(commands, visit.asking, key: visit.formKey)
            if let problems = visit.problems(outcome) { return try translation(visit, problems: problems, status: 422) }
        }
        return .redirect(to: "\(QuestionnairePaths.form(sheet.record))?done=translated")
    }

    private func translated(_ visit: Visit) throws -> (QuestionnaireSheet, String) {
        let sheet = try visit.registry.questionnaire(visit.namedRecord(), visit.asking)
        let language = visit.exchange.parameter("language")
        guard visit.book.codeLists["languages"]?[language] != nil, language != sheet.language else {
            throw RequestRefusal.notFound
        }
        return (sheet, language)
    }
}

/// The form of a questionnaire's texts in one language, each beside its source.
struct TranslationForm {
    let page: DeskPage

    init(_ sheet: QuestionnaireSheet, into language: String, problems: [String], _ visit: Visit) {
        let coverage = sheet.coverage(language)
        let sent = visit.exchange.form
        let units: [RecordID?] = [nil] + sheet.questions.map(\.record)
        let controls = units.flatMap { unit -> [DeskForm.Control] in
            guard let original = sheet.originals[unit] else { return [] }
            let (present, id) = (coverage.translations[unit]?.wording, TranslationInput.id(unit))
            let standing = visit.asked("translation.\((coverage.standings[unit] ?? .missing).rawValue)")
            func control(_ name: String, _ source: String, _ value: String?, isLong: Bool) -> DeskForm.Control {
                let value = sent["\(name).\(id)"] ?? value ?? ""
                return .init(
                    "\(name).\(id)", source, isLong ? .area(value: value) : .line(type: "text", value: value),
                    hint: name == "text" ? standing : visit.asked("part.\(name)"))
            }
            var controls = [control("text", original.text, present?.text, isLong: original.text.count > 80)]
            if let help = original.help { controls.append(control("help", help, present?.help, isLong: true)) }
            if !original.options.isEmpty {
                let lines = QuestionWording.lines(original.options)
                controls.append(
                    control(
                        "options", original.options.map(\.label).joined(separator: " / "),
                        (present?.options).map(QuestionWording.lines) ?? lines, isLong: true))
            }
            return controls
        }
        let hidden = units.compactMap { unit in
            sheet.originals[unit].map {
                Fields.Field(name: "source.\(TranslationInput.id(unit))", value: $0.source)
            }
        }
        let reviewed = DeskForm.Control(
            "reviewed", visit.asked("reviewing"), .checks([.init("yes", visit.asked("reviewed-all"))]))
        let form = DeskForm(
            to: QuestionnairePaths.languages(sheet.record, language), visit.asked("save-translation"),
            hidden: [visit.keyField] + hidden, controls: controls + [reviewed])
        page = DeskPage(
            lead: visit.asked("translation-lead"), notices: problems.map { .init($0, .wrong) },
            sections: [DeskSection("texts", visit.language(language), forms: [form])], visit.exchange)
    }
}

/// What a translator sent.
struct TranslationInput {
    private let form: Fields

    init(_ form: Fields) { self.form = form }

    static func id(_ unit: RecordID?) -> String { unit?.description ?? "head" }

    /// Steps for all that is new or reads otherwise, and for what was reviewed. The source is the one that the translator
    /// saw: where it was changed meanwhile, the book refuses.
    func commands(for sheet: QuestionnaireSheet, into language: String, _ visit: Visit) -> [Command] {
        let coverage = sheet.coverage(language)
        let isReviewed = form["reviewed"] == "yes"
        let units: [RecordID?] = [nil] + sheet.questions.map(\.record)
        return units.flatMap { unit -> [Command] in
            guard let wording = wording(unit), let source = form["source.\(TranslationInput.id(unit))"] else {
                return []
            }
            let present = coverage.translations[unit]
            let record = present?.record ?? visit.newID()
            var version = present?.version ?? 0
            func step(_ name: String, _ changes: [String: FieldValue]) -> Command {
                defer { version += 1 }
                return Command(
                    mechanism: "question-translation", record: record, transition: name, expectedVersion: version,
                    changes: changes, effective: .day(visit.today))
            }
            // A browser sends lines with a carriage return.
            var changes = wording.fields
            changes["source"] = .text(source.replacing("\r\n", with: "\n"))
            var commands: [Command] = []
            var standing = coverage.standings[unit] ?? .missing
            if let present {
                if present.wording != wording || standing == .outdated {
                    commands.append(step("revise", changes))
                    standing = .new
                }
            } else {
                changes["questionnaire"] = .link(sheet.record)
                changes["question"] = unit.map(FieldValue.link)
                changes["language"] = .code(language)
                commands.append(step("enter", changes))
                standing = .new
            }
            if isReviewed, standing == .new { commands.append(step("review", [:])) }
            return commands
        }
    }

    /// Nil where nothing was written.
    private func wording(_ unit: RecordID?) -> QuestionWording? {
        func text(_ name: String) -> String? {
            let text = (form["\(name).\(TranslationInput.id(unit))"] ?? "").replacing("\r\n", with: "\n")
                .split(separator: "\n", omittingEmptySubsequences: false).map { $0.trimmedBlanks }
                .joined(separator: "\n").trimmedBlanks
            return text.isEmpty ? nil : text
        }
        guard let words = text("text") else { return nil }
        return QuestionWording(
            text: words, help: text("help"), options: text("options").flatMap(QuestionWording.options) ?? [])
    }
}

extension StringProtocol {
    /// Without blanks and line ends before and behind.
    fileprivate var trimmedBlanks: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
