import Access
import HTTPTypes
import Mechanisms
import Publication
import Registry
import Vocabulary

extension QuestionnairesDesk {
    /// `?language=` from a choice of one.
    func chooseLanguage(_ visit: Visit) throws -> Answer {
        let record = try visit.registry.questionnaire(visit.namedRecord(), visit.asking).record
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
