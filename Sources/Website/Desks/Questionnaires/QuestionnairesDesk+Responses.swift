import Accounts
import HTTPTypes
import Mechanisms
import Publication
import Registry
import Vocabulary

extension QuestionnairesDesk {
    func response(
        _ visit: Visit, made: String? = nil, problems: [String] = [], status: Int = 200
    ) throws -> Answer {
        let record = try visit.namedRecord()
        let sheet = try visit.registry.answering(record, visit.asking)
        let link = try visit.registry.link(to: record, visit.asking)
        let page = ResponsePage(sheet, link: link, made: made, problems: problems, visit)
        let step = WorkbenchFrame.Step(text: sheet.round.title, href: QuestionnairePaths.round(sheet.round.record))
        return visit.page(
            page.title, "desk", page.page, breadcrumb: [visit.homeStep, visit.questionnairesStep, step],
            marking: sheet.response.marking, status: status)
    }

    /// Accepts what was sent, returns it for clarification, or takes back what was asked.
    func decide(_ visit: Visit) throws -> Answer {
        let (record, step, form) = (try visit.namedRecord(), visit.exchange.parameter("decision"), visit.exchange.form)
        guard ["accept", "return", "withdraw", "release-files"].contains(step) else { throw RequestRefusal.notFound }
        var changes: [String: FieldValue] = [:]
        if step == "return", let text = form["due-on"], !text.isEmpty {
            guard let day = CalendarDate(text), day >= visit.today else {
                return try response(visit, problems: [visit.asked("problem.deadline")], status: 422)
            }
            changes["due-on"] = .period(.day(day))
        }
        let isAccepted = try step == "release-files" && visit.registry.read(record, visit.asking).state == "accepted"
        let command = Command(
            mechanism: "questionnaire-response", record: record, transition: isAccepted ? "\(step)-accepted" : step,
            expectedVersion: visit.sentVersion,
            changes: changes, effective: .day(visit.today), reason: form["reason"])
        let outcome = try visit.registry.submit([command], visit.asking, key: visit.formKey)
        if let problems = visit.problems(outcome) { return try response(visit, problems: problems, status: 422) }
        return .redirect(to: "\(QuestionnairePaths.response(record))?done=\(step)")
    }

    /// Makes a link and shows it: the only page on which it ever stands.
    func makeLink(_ visit: Visit) throws -> Answer {
        let record = try visit.namedRecord()
        let longest = visit.today.adding(days: QuestionnairesDesk.longestLinkDays)
        guard let last = visit.exchange.form["until"].flatMap({ CalendarDate($0) }), last >= visit.today,
            last <= longest
        else { return try response(visit, problems: [visit.asked("problem.until")], status: 422) }
        let secret = Secret.random()
        let (link, outcome) = try visit.registry.makeLink(
            to: record, hash: QuestionnairesDesk.text(secret.hash), until: last, visit.asking)
        if let problems = visit.problems(outcome) { return try response(visit, problems: problems, status: 422) }
        let site = ownAddress ?? visit.exchange.headers[.origin].flatMap { $0 == "null" ? nil : $0 } ?? ""
        return try response(visit, made: site + QuestionnairePaths.link(link, secret.text))
    }

    /// A link is good for half a year at most.
    private static let longestLinkDays = 183

    static func text(_ hash: [UInt8]) -> String {
        hash.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    func takeLinkBack(_ visit: Visit) throws -> Answer {
        let record = try visit.namedRecord()
        guard let link = visit.exchange.form["link"].flatMap({ RecordID($0) }) else { throw RequestRefusal.notFound }
        let command = Command(
            mechanism: "answering-link", record: link, transition: "take-back", expectedVersion: visit.sentVersion,
            changes: [:], effective: .day(visit.today))
        let outcome = try visit.registry.submit([command], visit.asking)
        if let problems = visit.problems(outcome) { return try response(visit, problems: problems, status: 422) }
        return .redirect(to: "\(QuestionnairePaths.response(record))?done=take-back")
    }
}
