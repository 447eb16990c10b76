import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// The first page of the desk: what the one who asks has to answer, the rounds, the questionnaires.
struct QuestionnairesHome {
    let page: DeskPage

    init(_ visit: Visit) throws {
        let own = try QuestionnairesHome.own(visit)
        let rounds = try visit.registry.rounds(visit.asking)
        let sheets = try visit.registry.questionnaires(visit.asking)
        page = DeskPage(
            lead: visit.asked("lead"), notices: visit.asked(done: visit.exchange.query["done"]),
            actions: visit.keepsQuestionnaires
                ? [.init(text: visit.asked("new"), href: WorkbenchPaths.new("questionnaire"))] : [],
            sections: [
                own, try QuestionnairesHome.translations(sheets, visit), QuestionnairesHome.rounds(rounds, visit),
                QuestionnairesHome.questionnaires(sheets, visit),
            ].compactMap(\.self), visit.exchange)
    }

    /// Nil for those who are asked nothing now.
    private static func own(_ visit: Visit) throws -> DeskSection? {
        guard let mechanism = visit.book.mechanism("questionnaire-response") else { return nil }
        let views = try visit.registry.ownResponses(visit.asking)
        guard !views.isEmpty else { return nil }
        let names = try Names(in: views, visit)
        let items = views.map { view in
            let due = view.due(mechanism, today: visit.today)
            return DeskSection.Item(
                names.name(of: view), href: QuestionnairePaths.answering(view.record),
                small: [due.map { visit.asked("due", ["day": visit.wording.texts.day($0)]) } ?? ""],
                state: visit.badge(view.state, isOverdue: due.map { $0 < visit.today } ?? false))
        }
        return DeskSection("own", visit.asked("own"), items: items)
    }

    /// What the post of the one who asks is to translate; nil for those who are to translate nothing now.
    private static func translations(_ sheets: [QuestionnaireSheet], _ visit: Visit) throws -> DeskSection? {
        var items: [DeskSection.Item] = []
        for sheet in sheets {
            for job in try visit.registry.translationJobs(of: sheet, visit.asking)
            where job.translator != nil && job.translator == visit.asking.actor.post {
                items += job.open.map { item(sheet, job, into: $0, visit) }
            }
        }
        return items.isEmpty ? nil : DeskSection("translations", visit.asked("job.mine"), items: items)
    }

    private static func item(
        _ sheet: QuestionnaireSheet, _ job: TranslationJobLine, into language: String, _ visit: Visit
    ) -> DeskSection.Item {
        DeskSection.Item(
            visit.asked("job.own", ["title": sheet.title, "language": visit.language(language)]),
            href: QuestionnairePaths.languages(sheet.record, language),
            small: [visit.asked("due", ["day": visit.wording.texts.day(job.dueOn)])],
            state: job.dueOn < visit.today
                ? .init(visit.asked("is-overdue"), .late) : .init(visit.asked("job.open"), .running))
    }

    private static func rounds(_ rounds: [RoundStand], _ visit: Visit) -> DeskSection {
        let texts = visit.wording.texts
        let rows = rounds.map { stand -> [DeskTable.Value] in
            let overdue = stand.lines.count(where: \.isOverdue)
            return [
                DeskTable.Value(stand.title, href: QuestionnairePaths.round(stand.record)),
                DeskTable.Value(texts.day(stand.deadline)),
                DeskTable.Value(
                    visit.asked(
                        "answered",
                        [
                            "count": texts.number(stand.lines.count(where: \.hasAnswered)),
                            "all": texts.number(stand.lines.count),
                        ])),
                DeskTable.Value(
                    "",
                    state: stand.isOpen
                        ? .init(
                            overdue > 0
                                ? visit.asked("overdue", ["count": texts.number(overdue)]) : visit.asked("open"),
                            overdue > 0 ? .late : .running) : .init(visit.asked("closed"), .closed)),
            ]
        }
        let columns = ["round", "deadline", "answers", "state"].map { visit.asked("columns.\($0)") }
        return DeskSection(
            "rounds", visit.asked("rounds"), note: rows.isEmpty ? visit.asked("no-round") : "",
            tables: rows.isEmpty ? [] : [DeskTable(visit.asked("rounds"), columns: columns, rows: rows)])
    }

    private static func questionnaires(_ sheets: [QuestionnaireSheet], _ visit: Visit) -> DeskSection {
        let mechanism = visit.book.mechanism("questionnaire")
        let items = sheets.map { sheet in
            DeskSection.Item(
                visit.asked("edition", ["title": sheet.title, "number": visit.wording.texts.digits(sheet.edition)]),
                href: QuestionnairePaths.form(sheet.record),
                small: [
                    visit.wording.code("questionnaire-kinds", sheet.kind),
                    mechanism.map { visit.wording.state($0, sheet.state) } ?? "",
                ])
        }
        return DeskSection(
            "questionnaires", visit.asked("questionnaires"), note: items.isEmpty ? visit.asked("none") : "",
            items: items)
    }
}

extension Visit {
    /// The state of a response as a badge.
    func badge(_ state: String, isOverdue: Bool) -> DeskPage.Badge {
        let text = book.mechanism("questionnaire-response").map { wording.state($0, state) } ?? state
        if isOverdue { return .init("\(text), \(asked("is-overdue"))", .late) }
        switch state {
        case "accepted": return .init(text, .closed)
        case "submitted": return .init(text, .running)
        default: return .init(text, .new)
        }
    }

    /// What was done just before, by the word in the address; none for a word that the desk does not know.
    func asked(done word: String?) -> [DeskPage.Notice] {
        word.flatMap { exchange.texts.text("questionnaires.done.\($0)") }.map { [.init($0, .good)] } ?? []
    }
}
