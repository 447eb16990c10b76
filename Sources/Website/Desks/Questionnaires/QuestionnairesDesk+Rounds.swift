import Access
import HTTPTypes
import Mechanisms
import Publication
import Registry
import Vocabulary

extension QuestionnairesDesk {
    func round(_ visit: Visit, problems: [String] = [], status: Int = 200) throws -> Answer {
        let stand = try visit.registry.round(visit.namedRecord(), visit.asking)
        let page = RoundPage(stand, problems: problems, visit)
        return visit.page(
            page.title, "round", page, breadcrumb: [visit.homeStep, visit.questionnairesStep],
            marking: visit.keepsQuestionnaires ? .named : .professionals, status: status)
    }

    func extend(_ visit: Visit) throws -> Answer {
        let (record, form) = (try visit.namedRecord(), visit.exchange.form)
        guard let day = form["deadline"].flatMap({ CalendarDate($0) }) else {
            return try round(visit, problems: [visit.asked("problem.deadline")], status: 422)
        }
        let outcome = try visit.registry.extend(
            record, to: day, because: form["reason"] ?? "", at: visit.sentVersion, visit.asking, key: visit.formKey)
        return try answer(outcome, "extended", visit)
    }

    /// More who are asked, by the round's deadline as it is now.
    func ask(_ visit: Visit) throws -> Answer {
        let stand = try visit.registry.round(visit.namedRecord(), visit.asking)
        let chosen = RespondentChoice.chosen(
            visit.exchange.form.values(of: "respondents"), visit.registry.directory)
        guard !chosen.isEmpty else {
            return try round(visit, problems: [visit.asked("problem.respondents")], status: 422)
        }
        let commands = chosen.map {
            QuestionnaireSending.asking(
                $0, in: stand.record, stand.questionnaire.record, until: stand.deadline, on: visit.today, visit.newID())
        }
        return try answer(visit.registry.submit(commands, visit.asking), "asked", visit)
    }

    /// Closes a round, or opens it again.
    func stepRound(_ visit: Visit) throws -> Answer {
        let step = visit.exchange.parameter("step")
        guard ["close", "reopen"].contains(step) else { throw RequestRefusal.notFound }
        let command = Command(
            mechanism: "questionnaire-round", record: try visit.namedRecord(), transition: step,
            expectedVersion: visit.sentVersion, changes: [:], effective: .day(visit.today),
            reason: visit.exchange.form["reason"])
        return try answer(visit.registry.submit([command], visit.asking, key: visit.formKey), step, visit)
    }

    private func answer(_ outcome: SubmissionOutcome, _ done: String, _ visit: Visit) throws -> Answer {
        if let problems = visit.problems(outcome) { return try round(visit, problems: problems, status: 422) }
        return .redirect(to: "\(QuestionnairePaths.round(try visit.namedRecord()))?done=\(done)")
    }

    func annex(_ visit: Visit) throws -> Answer {
        let consolidation = try consolidated(visit)
        let page = AnnexPage(consolidation, visit)
        let step = WorkbenchFrame.Step(
            text: consolidation.stand.title, href: QuestionnairePaths.round(consolidation.stand.record))
        return visit.page(
            page.title, "annex", page, breadcrumb: [visit.homeStep, visit.questionnairesStep, step], marking: .named)
    }

    func annexFile(_ visit: Visit) throws -> Answer {
        let consolidation = try consolidated(visit)
        var writer = CSVWriter()
        writer.write(Consolidation.columns)
        for row in consolidation.rows(marked: visit.wording.marking(.named)) { writer.write(row) }
        return .file(
            .bytes(writer.bytes, type: "text/csv; charset=utf-8"), name: "annex-\(consolidation.stand.record).csv",
            as: .consolidationAsCSV, marked: .named)
    }

    private func consolidated(_ visit: Visit) throws -> Consolidation {
        let stand = try visit.registry.round(visit.namedRecord(), visit.asking)
        let sheets = try visit.registry.sheets(of: stand, visit.asking)
        let wanted = visit.exchange.query["in"] ?? visit.pageLanguage
        return Consolidation(stand, sheets, in: wanted) { _, code in visit.wording.code("answers", code) }
    }
}

extension Visit {
    /// The version of the record that the person saw.
    var sentVersion: Int { exchange.form["version"].flatMap { Int($0) } ?? 0 }
}
