import Access
import Foundation
import HTTPTypes
import Mechanisms
import Publication
import Registry
import Vocabulary

extension QuestionnairesDesk {
    func questionnaire(_ visit: Visit, problems: [String] = [], status: Int = 200) throws -> Answer {
        let sheet = try visit.registry.questionnaire(visit.namedRecord(), visit.asking)
        let page = try QuestionnairePage(sheet, problems: problems, visit)
        return visit.page(
            page.title, "desk", page.page, breadcrumb: [visit.homeStep, visit.questionnairesStep],
            marking: .professionals, status: status)
    }

    func send(_ visit: Visit) throws -> Answer {
        let sheet = try visit.registry.questionnaire(visit.namedRecord(), visit.asking)
        let form = visit.exchange.form
        let title = (form["title"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let respondents = RespondentChoice.chosen(form.values(of: "respondents"), visit.registry.directory)
        var problems: [String] = []
        if title.isEmpty { problems.append(visit.asked("problem.title")) }
        let deadline = form["deadline"].flatMap { CalendarDate($0) }
        if deadline.map({ $0 < visit.today }) ?? true { problems.append(visit.asked("problem.deadline")) }
        if respondents.isEmpty { problems.append(visit.asked("problem.respondents")) }
        if Set(respondents.map(\.organisation)).count < respondents.count {
            problems.append(visit.asked("problem.twice"))
        }
        guard problems.isEmpty, let deadline else { return try questionnaire(visit, problems: problems, status: 422) }
        let languages = [sheet.language] + Set(form.values(of: "languages")).subtracting([sheet.language]).sorted()
        let sending = QuestionnaireSending(
            sheet, titled: title, in: languages, until: deadline, to: respondents, on: visit.today,
            makeID: visit.newID)
        // The same form twice would open two rounds: its key says that it came before.
        if let key = visit.formKey, try visit.registry.hasAnswered(key, visit.asking) {
            return .redirect(to: QuestionnairePaths.home)
        }
        let outcome = try visit.registry.submit(sending.commands, visit.asking, key: visit.formKey)
        if let problems = visit.problems(outcome) { return try questionnaire(visit, problems: problems, status: 422) }
        return .redirect(to: "\(QuestionnairePaths.round(sending.round))?done=sent")
    }

    func next(_ visit: Visit) throws -> Answer {
        let sheet = try visit.registry.questionnaire(visit.namedRecord(), visit.asking)
        let edition = NextEdition(after: sheet, on: visit.today, makeID: visit.newID)
        if let key = visit.formKey, try visit.registry.hasAnswered(key, visit.asking) {
            return .redirect(to: QuestionnairePaths.home)
        }
        let outcome = try visit.registry.submit(edition.commands, visit.asking, key: visit.formKey)
        if let problems = visit.problems(outcome) { return try questionnaire(visit, problems: problems, status: 422) }
        return .redirect(to: "\(QuestionnairePaths.form(edition.record))?done=next")
    }
}

extension Visit {
    /// The code of a language by its tag in pages.
    static func code(of tag: String) -> String { Locale.LanguageCode(tag).identifier(.alpha3) ?? tag }
}
