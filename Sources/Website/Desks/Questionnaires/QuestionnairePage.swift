import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// One version of a questionnaire: what it asks, in which languages, what it serves, and the form that sends it.
struct QuestionnairePage {
    let title: String
    let page: DeskPage

    /// - Parameter problems: What stood in the way of what was sent, in words.
    init(_ sheet: QuestionnaireSheet, problems: [String] = [], _ visit: Visit) throws {
        title = visit.asked(
            "edition", ["title": sheet.title, "number": visit.wording.texts.digits(sheet.edition)])
        let keeps = visit.keepsQuestionnaires
        var sections = [
            try QuestionnairePage.about(sheet, visit), try QuestionnairePage.serves(sheet, visit),
            QuestionnairePage.questions(sheet, visit),
        ]
        sections.append(QuestionnairePage.languages(sheet, keeps: keeps, visit))
        if let jobs = try QuestionnairePage.jobs(sheet, keeps: keeps, visit) { sections.append(jobs) }
        if keeps, sheet.state != "ended", !sheet.questions.isEmpty {
            sections.append(QuestionnairePage.sending(sheet, visit))
        }
        if keeps, sheet.state == "fixed" { sections.append(QuestionnairePage.next(sheet, visit)) }
        page = DeskPage(
            lead: sheet.originals[nil]?.help ?? "",
            notices: problems.map { .init($0, .wrong) } + visit.asked(done: visit.exchange.query["done"]),
            actions: keeps ? [.init(text: visit.asked("record"), href: WorkbenchPaths.record(sheet.record))] : [],
            sections: sections, visit.exchange)
    }

    private static func about(_ sheet: QuestionnaireSheet, _ visit: Visit) throws -> DeskSection {
        let mechanism = try visit.registry.mechanism("questionnaire")
        return DeskSection(
            "about", visit.asked("about"),
            facts: [
                .init(
                    visit.asked("columns.state"), visit.wording.state(mechanism, sheet.state)),
                .init(visit.asked("columns.kind"), visit.wording.code("questionnaire-kinds", sheet.kind)),
                .init(visit.asked("columns.language"), visit.language(sheet.language)),
            ])
    }

    private static func serves(_ sheet: QuestionnaireSheet, _ visit: Visit) throws -> DeskSection {
        let names = try Names(of: sheet.actions, visit)
        let items = sheet.actions.map { action in
            DeskSection.Item(names[action] ?? Names.short(action), href: WorkbenchPaths.record(action))
        }
        return DeskSection(
            "serves", visit.asked("serves"), note: items.isEmpty ? visit.asked("serves-none") : "", items: items)
    }

    private static func questions(_ sheet: QuestionnaireSheet, _ visit: Visit) -> DeskSection {
        let isDraft = sheet.state == "draft" && visit.keepsQuestionnaires
        let rows = sheet.questions.map { question in
            [
                DeskTable.Value(
                    question.wording.text, href: isDraft ? WorkbenchPaths.record(question.record) : nil,
                    small: [question.wording.help ?? ""]),
                DeskTable.Value(
                    visit.wording.code("question-kinds", question.kind.rawValue),
                    small: question.wording.options.map(\.label)),
                DeskTable.Value(visit.asked(question.isRequired ? "must" : "may")),
                DeskTable.Value(question.key),
            ]
        }
        let columns = ["question", "kind", "answer-needed", "key"].map { visit.asked("columns.\($0)") }
        let add =
            "\(WorkbenchPaths.new("question"))?f.questionnaire=\(sheet.record)&f.place=\(sheet.questions.count + 1)"
        return DeskSection(
            "questions", visit.asked("questions"),
            note: visit.asked(sheet.state == "draft" ? "draft-note" : "fixed-note"),
            tables: rows.isEmpty ? [] : [DeskTable(visit.asked("questions"), columns: columns, rows: rows)],
            links: isDraft ? [.init(text: visit.asked("add-question"), href: add)] : [])
    }

    private static func languages(_ sheet: QuestionnaireSheet, keeps: Bool, _ visit: Visit) -> DeskSection {
        let texts = visit.wording.texts
        let rows = sheet.translatedInto.map { language -> [DeskTable.Value] in
            let coverage = sheet.coverage(language)
            let percent = coverage.standings.isEmpty ? 0 : coverage.whole * 100 / coverage.standings.count
            func count(_ standing: Translation.Standing) -> DeskTable.Value {
                DeskTable.Value(texts.number(coverage.standings.values.count { $0 == standing }))
            }
            return [
                DeskTable.Value(
                    visit.language(language), href: keeps ? QuestionnairePaths.languages(sheet.record, language) : nil),
                DeskTable.Value(
                    visit.asked("percent", ["number": texts.number(percent)]),
                    state: coverage.isWhole
                        ? .init(visit.asked("may-go"), .running) : .init(visit.asked("may-not-go"), .late)),
                count(.reviewed), count(.new), count(.outdated), count(.missing),
            ]
        }
        let columns =
            ["language", "whole"].map { visit.asked("columns.\($0)") }
            + ["reviewed", "new", "outdated", "missing"].map { visit.asked("translation.\($0)") }
        let options = (visit.book.codeLists["languages"]?.codes ?? []).filter { $0.id != sheet.language }.map {
            DeskForm.Option($0.id, visit.language($0.id))
        }.sorted { $0.text < $1.text }
        let links =
            keeps && sheet.state != "ended"
            ? visit.exchange.pages.languages.map(\.language).compactMap { tag -> DeskPage.Link? in
                let code = Visit.code(of: tag)
                guard code != sheet.language, !sheet.translatedInto.contains(code),
                    options.contains(where: { $0.value == code })
                else { return nil }
                return .init(
                    text: visit.asked("translate-into", ["language": visit.language(code)]),
                    href: QuestionnairePaths.languages(sheet.record, code))
            } : []
        return DeskSection(
            "languages", visit.asked("languages"), note: visit.asked("languages-note"),
            tables: rows.isEmpty ? [] : [DeskTable(visit.asked("languages"), columns: columns, rows: rows)],
            links: links)
    }

    /// Who translates it into what by when; nil where nobody does and nobody may be asked.
    private static func jobs(_ sheet: QuestionnaireSheet, keeps: Bool, _ visit: Visit) throws -> DeskSection? {
        let jobs = try visit.registry.translationJobs(of: sheet, visit.asking)
        let mayGive = keeps && sheet.state != "ended" && visit.book.mechanism("translation-job") != nil
        guard !jobs.isEmpty || mayGive else { return nil }
        let texts = visit.wording.texts
        let rows = jobs.map { job -> [DeskTable.Value] in
            let post = job.translator.flatMap { visit.registry.directory.posts[$0] }
            let state: DeskPage.Badge =
                job.isDone
                ? .init(visit.asked("job.done"), .closed)
                : job.dueOn < visit.today
                    ? .init(visit.asked("is-overdue"), .late) : .init(visit.asked("job.open"), .running)
            return [
                DeskTable.Value(visit.list(job.languages.map(visit.language)), href: WorkbenchPaths.record(job.record)),
                DeskTable.Value(
                    post.map { $0.title ?? visit.wording.function($0.kind.rawValue) } ?? visit.asked("no-post")),
                DeskTable.Value(texts.day(job.dueOn)), DeskTable.Value("", state: state),
            ]
        }
        let columns = ["language", "post", "due", "state"].map { visit.asked("columns.\($0)") }
        return DeskSection(
            "jobs", visit.asked("job.title"), note: visit.asked("job.note"),
            tables: rows.isEmpty ? [] : [DeskTable(visit.asked("job.title"), columns: columns, rows: rows)],
            links: mayGive
                ? [
                    .init(
                        text: visit.asked("job.give"),
                        href: "\(WorkbenchPaths.new("translation-job"))?f.questionnaire=\(sheet.record)")
                ] : [])
    }

    private static func sending(_ sheet: QuestionnaireSheet, _ visit: Visit) -> DeskSection {
        let form = visit.exchange.form
        let required = visit.wording["step.required"]
        let chosen = (Set(form.values(of: "respondents")), Set(form.values(of: "languages")))
        let languages = sheet.wholeLanguages.map {
            DeskForm.Option($0, visit.language($0), isChosen: chosen.1.contains($0) || $0 == sheet.language)
        }
        let deskForm = DeskForm(
            to: "\(QuestionnairePaths.form(sheet.record))/send", visit.asked("send"), hidden: [visit.keyField],
            controls: [
                .init(
                    "title", visit.asked("round-title"),
                    .line(type: "text", value: form["title"] ?? sheet.title), required: required),
                .init(
                    "deadline", visit.asked("columns.deadline"), .line(type: "date", value: form["deadline"] ?? ""),
                    required: required),
                .init("languages", visit.asked("languages"), .checks(languages)),
                .init(
                    "respondents", visit.asked("respondents"),
                    .checks(RespondentChoice.options(chosen: chosen.0, visit)), required: required,
                    hint: visit.asked("respondents-hint")),
            ])
        return DeskSection(
            "sending", visit.asked("sending"),
            note: visit.asked(sheet.state == "draft" ? "sending-note" : "sending-again"), forms: [deskForm])
    }

    private static func next(_ sheet: QuestionnaireSheet, _ visit: Visit) -> DeskSection {
        DeskSection(
            "next", visit.asked("next"), note: visit.asked("next-note"),
            forms: [
                DeskForm(
                    to: "\(QuestionnairePaths.form(sheet.record))/next", visit.asked("next-button"),
                    hidden: [visit.keyField])
            ])
    }
}
