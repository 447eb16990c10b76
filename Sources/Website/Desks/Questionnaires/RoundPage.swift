import Access
import Publication
import Registry
import Vocabulary

/// A round at a glance, for `workbench-round.mustache`: a bar, everybody who was asked, and whom to chase.
struct RoundPage: Sendable {
    let title: String
    let bar: StandingBar
    let desk: DeskPage

    /// - Parameter problems: What stood in the way of what was sent, in words.
    init(_ stand: RoundStand, problems: [String] = [], _ visit: Visit) {
        title = stand.title
        let texts = visit.wording.texts
        bar = StandingBar(
            visit.asked(
                "bar",
                [
                    "count": texts.number(stand.lines.count(where: \.hasAnswered)),
                    "all": texts.number(stand.lines.count), "day": texts.day(stand.day),
                ]),
            RoundPage.styles.map { state, style in
                (style, stand.count(state), visit.badge(state, isOverdue: false).text)
            }, texts)
        let annex = QuestionnairePaths.annex(stand.record)
        let keeps = visit.keepsQuestionnaires
        desk = DeskPage(
            notices: problems.map { .init($0, .wrong) } + visit.asked(done: visit.exchange.query["done"]),
            actions: keeps
                ? [
                    .init(text: visit.asked("annex"), href: annex),
                    .init(text: visit.asked("annex-csv"), href: "\(annex).csv"),
                ] : [],
            sections: [
                RoundPage.about(stand, visit), RoundPage.respondents(stand, visit),
                keeps ? RoundPage.chasing(stand, visit) : nil,
            ].compactMap(\.self) + (keeps ? RoundPage.forms(stand, visit) : []), visit.exchange)
    }

    /// The states of the bar, each with the look that it shares with the board of plans.
    private static let styles = [
        ("accepted", "done"), ("submitted", "under-way"), ("returned", "late"), ("in-progress", "abandoned"),
        ("not-opened", "silent"),
    ]

    private static func about(_ stand: RoundStand, _ visit: Visit) -> DeskSection {
        let texts = visit.wording.texts
        let former = stand.deadlines.dropLast().enumerated().map { place, deadline in
            let next = stand.deadlines[place + 1]
            return visit.asked(
                "former",
                [
                    "day": texts.day(deadline.day), "on": texts.day(next.setOn), "to": texts.day(next.day),
                    "reason": next.reason ?? "",
                ])
        }
        return DeskSection(
            "about", visit.asked("about-round"),
            facts: [
                .init(visit.asked("sent-on"), texts.day(stand.sentOn)),
                .init(
                    visit.asked("columns.deadline"), texts.day(stand.deadline),
                    state: stand.isOpen ? nil : .init(visit.asked("closed"), .closed)),
                .init(visit.asked("languages"), visit.list(stand.languages.map(visit.language))),
            ], items: former.map { DeskSection.Item($0) },
            links: [
                .init(
                    text: visit.asked(
                        "edition",
                        [
                            "title": stand.questionnaire.title,
                            "number": texts.digits(stand.questionnaire.edition),
                        ]), href: QuestionnairePaths.form(stand.questionnaire.record))
            ])
    }

    private static func respondents(_ stand: RoundStand, _ visit: Visit) -> DeskSection {
        let texts = visit.wording.texts
        let all = texts.number(stand.questionnaire.questions.count)
        let rows = stand.lines.map { line in
            [
                DeskTable.Value(
                    line.name, href: visit.keepsQuestionnaires ? QuestionnairePaths.response(line.response) : nil),
                DeskTable.Value("", state: visit.badge(line.state, isOverdue: line.isOverdue)),
                DeskTable.Value(line.isOpen ? texts.day(line.dueOn) : "–"),
                DeskTable.Value(
                    line.submittedOn.map { texts.day($0) } ?? "–",
                    state: line.isLate ? .init(visit.asked("late"), .late) : nil),
                DeskTable.Value(
                    line.answered.map { visit.asked("answered", ["count": texts.number($0), "all": all]) } ?? "–"),
            ]
        }
        let columns = ["respondent", "state", "due", "submitted", "answers"].map { visit.asked("columns.\($0)") }
        let caption = visit.asked("respondents-caption", ["count": texts.number(stand.lines.count)])
        return DeskSection(
            "respondents", visit.asked("respondents"), tables: [DeskTable(caption, columns: columns, rows: rows)])
    }

    /// Whom to ask again, the longest overdue first, with who holds the post today.
    private static func chasing(_ stand: RoundStand, _ visit: Visit) -> DeskSection? {
        guard stand.isOpen else { return nil }
        let texts = visit.wording.texts
        let rows = stand.silent.map { line in
            let post = line.function.flatMap { visit.registry.directory.posts[$0] }
            let holders = post.map { visit.holders(of: $0.id) } ?? []
            let days = Int(stand.day.daysSinceEpoch - line.dueOn.daysSinceEpoch)
            return [
                DeskTable.Value(line.name, href: QuestionnairePaths.response(line.response)),
                DeskTable.Value(
                    texts.day(line.dueOn),
                    small: [days > 0 ? visit.asked("days-over", ["days": texts.number(days)]) : ""]),
                DeskTable.Value(
                    post.map { $0.title ?? visit.wording.function($0.kind.rawValue) } ?? visit.asked("no-post"),
                    state: post != nil && holders.isEmpty ? .init(visit.asked("vacant"), .late) : nil,
                    small: holders),
            ]
        }
        let columns = ["respondent", "due", "post"].map { visit.asked("columns.\($0)") }
        return DeskSection(
            "chasing", visit.asked("chasing"), note: visit.asked(rows.isEmpty ? "chasing-none" : "chasing-note"),
            tables: rows.isEmpty ? [] : [DeskTable(visit.asked("chasing"), columns: columns, rows: rows)])
    }

    private static func forms(_ stand: RoundStand, _ visit: Visit) -> [DeskSection] {
        let required = visit.wording["step.required"]
        let (sent, path) = (visit.exchange.form, QuestionnairePaths.round(stand.record))
        let version = Fields.Field(name: "version", value: String(stand.version))
        func reason(_ key: String) -> DeskForm.Control {
            .init("reason", visit.asked(key), .area(value: sent["reason"] ?? ""), required: required)
        }
        guard stand.isOpen else {
            let reopen = DeskForm(
                to: "\(path)/reopen", visit.asked("reopen"), hidden: [version, visit.keyField],
                controls: [reason("reopen-reason")])
            return [DeskSection("reopen", visit.asked("reopen"), forms: [reopen])]
        }
        let extend = DeskForm(
            to: "\(path)/extend", visit.asked("extend"), hidden: [version, visit.keyField],
            controls: [
                .init(
                    "deadline", visit.asked("new-deadline"), .line(type: "date", value: sent["deadline"] ?? ""),
                    required: required),
                reason("extend-reason"),
            ])
        let others = RespondentChoice.options(except: Set(stand.lines.map(\.respondent)), visit)
        let ask = DeskForm(
            to: "\(path)/ask", visit.asked("ask"), hidden: [visit.keyField],
            controls: [.init("respondents", visit.asked("respondents"), .checks(others))])
        let close = DeskForm(to: "\(path)/close", visit.asked("close"), hidden: [version, visit.keyField])
        return [
            DeskSection("extend", visit.asked("extend"), note: visit.asked("extend-note"), forms: [extend]),
            others.isEmpty ? nil : DeskSection("ask", visit.asked("ask"), forms: [ask]),
            DeskSection("close", visit.asked("close"), note: visit.asked("close-note"), forms: [close]),
        ].compactMap(\.self)
    }
}

extension Visit {
    /// Several words with the separator of the language between them.
    func list(_ words: [String]) -> String { words.joined(separator: wording.texts["site.format.separator"]) }

    /// Who holds a post today, the main holder first, each with their rank; none for those who may not know.
    func holders(of post: RecordID) -> [String] {
        guard
            registry.policy.reach(of: asking.actor, .read, .network, for: asking.purpose).showing(.restricted).grant
                != nil
        else { return [] }
        return registry.directory.mandates.values.filter { $0.post == post && $0.holds(on: today) }
            .sorted { ($0.isMain ? 0 : 1, $0.id) < ($1.isMain ? 0 : 1, $1.id) }
            .map { "\($0.holder) (\(wording.code("mandate-ranks", $0.isMain ? "main" : "alternate")))" }
    }
}
