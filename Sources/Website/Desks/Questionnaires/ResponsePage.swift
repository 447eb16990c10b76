import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// What one respondent answered, for those who asked: to read, to accept, to return, and the link for somebody without an
/// account.
struct ResponsePage {
    let title: String
    let page: DeskPage

    /// - Parameters:
    ///   - made: The address of a link that was made just now: it is shown here once.
    ///   - problems: What stood in the way of what was sent, in words.
    init(
        _ sheet: AnsweringSheet, link: AnsweringLinkHead?, made: String? = nil, problems: [String] = [], _ visit: Visit
    ) {
        title = sheet.respondent
        let form = QuestionnairePaths.answering(sheet.response.record)
        var notices = problems.map { DeskPage.Notice($0, .wrong) } + visit.asked(done: visit.exchange.query["done"])
        if made != nil { notices.append(.init(visit.asked("link.once"), .careful)) }
        page = DeskPage(
            lead: sheet.round.title, notices: notices,
            shown: made.map { [.init(label: visit.asked("link.label"), text: $0)] } ?? [],
            actions: sheet.mayAnswer ? [.init(text: visit.asked("answer"), href: form)] : [],
            sections: [ResponsePage.about(sheet, visit), ResponsePage.answers(sheet, visit)]
                + (visit.keepsQuestionnaires ? ResponsePage.decisions(sheet, visit) : [])
                + (visit.keepsQuestionnaires && sheet.mayAnswer ? [ResponsePage.link(sheet, link, visit)] : []),
            visit.exchange)
    }

    private static func about(_ sheet: AnsweringSheet, _ visit: Visit) -> DeskSection {
        let texts = visit.wording.texts
        let isOverdue = sheet.submittedOn == nil && sheet.round.deadline < visit.today
        var facts: [DeskSection.Fact] = [
            .init(visit.asked("columns.state"), "", state: visit.badge(sheet.response.state, isOverdue: isOverdue)),
            .init(visit.asked("columns.deadline"), texts.day(sheet.round.deadline)),
        ]
        if let day = sheet.submittedOn {
            facts.append(
                .init(
                    visit.asked("columns.submitted"), texts.day(day),
                    state: sheet.isLate ? .init(visit.asked("late"), .late) : nil))
        }
        if let reason = sheet.returned { facts.append(.init(visit.asked("returned-because"), reason)) }
        return DeskSection(
            "about", visit.asked("about-response"), facts: facts,
            links: [
                .init(text: visit.asked("record"), href: WorkbenchPaths.record(sheet.response.record)),
                .init(text: sheet.round.title, href: QuestionnairePaths.round(sheet.round.record)),
            ])
    }

    private static func answers(_ sheet: AnsweringSheet, _ visit: Visit) -> DeskSection {
        let language = visit.pageLanguage
        let rows = sheet.questionnaire.questions.map { question in
            let wording = sheet.questionnaire.wording(of: question.record, in: language)
            let value = sheet.answers[question.key].map { visit.shown($0, to: question, wording) }
            let file = sheet.answers[question.key].flatMap { question.kind == .file ? FileAnswer($0) : nil }
            guard let file else {
                return [DeskTable.Value(wording.text), DeskTable.Value(value ?? visit.asked("empty"))]
            }
            return [
                DeskTable.Value(wording.text),
                DeskTable.Value(
                    file.name, href: QuestionnairePaths.file(sheet.response.record, question.key),
                    state: file.isClean ? nil : .init(visit.asked("file.waiting"), .late),
                    small: ["SHA-256 \(file.hash)", visit.wording.marking(.named)]),
            ]
        }
        let columns = ["question", "answer"].map { visit.asked("columns.\($0)") }
        return DeskSection(
            "answers", visit.asked("columns.answers"),
            tables: [DeskTable(visit.asked("columns.answers"), columns: columns, rows: rows)])
    }

    private static func decisions(_ sheet: AnsweringSheet, _ visit: Visit) -> [DeskSection] {
        let path = "\(QuestionnairePaths.response(sheet.response.record))/step"
        let version = Fields.Field(name: "version", value: String(sheet.response.version))
        let required = visit.wording["step.required"]
        let sent = visit.exchange.form
        func form(_ step: String, isDangerous: Bool = false, _ controls: [DeskForm.Control]) -> DeskForm {
            DeskForm(
                to: "\(path)/\(step)", visit.asked("step.\(step)"), hidden: [version, visit.keyField],
                isDangerous: isDangerous, controls: controls)
        }
        func reason() -> DeskForm.Control {
            .init("reason", visit.asked("reason"), .area(value: sent["reason"] ?? ""), required: required)
        }
        var sections: [DeskSection] = []
        if sheet.response.state == "submitted" {
            sections.append(DeskSection("accept", visit.asked("step.accept"), forms: [form("accept", [])]))
        }
        if ["submitted", "accepted"].contains(sheet.response.state), sheet.round.isOpen {
            sections.append(
                DeskSection(
                    "return", visit.asked("step.return"), note: visit.asked("return-note"),
                    forms: [
                        form(
                            "return",
                            [
                                reason(),
                                .init(
                                    "due-on", visit.asked("return-due"),
                                    .line(type: "date", value: sent["due-on"] ?? "")),
                            ])
                    ]))
        }
        if ["submitted", "accepted"].contains(sheet.response.state),
            sheet.answers.values.values.contains(where: { FileAnswer($0)?.isClean == false })
        {
            sections.append(
                DeskSection(
                    "release-files", visit.asked("step.release-files"), note: visit.asked("release-note"),
                    forms: [form("release-files", [reason()])]))
        }
        if ["not-opened", "in-progress"].contains(sheet.response.state) {
            sections.append(
                DeskSection(
                    "withdraw", visit.asked("step.withdraw"), note: visit.asked("withdraw-note"),
                    forms: [form("withdraw", isDangerous: true, [reason()])]))
        }
        return sections
    }

    private static func link(_ sheet: AnsweringSheet, _ link: AnsweringLinkHead?, _ visit: Visit) -> DeskSection {
        let path = "\(QuestionnairePaths.response(sheet.response.record))/link"
        let last = max(sheet.round.deadline, visit.today).adding(days: 14)
        var forms = [
            DeskForm(
                to: path, visit.asked(link == nil ? "link.make" : "link.make-new"),
                controls: [
                    .init(
                        "until", visit.asked("link.until"), .line(type: "date", value: last.description),
                        required: visit.wording["step.required"], hint: visit.asked("link.until-hint"))
                ])
        ]
        if let link {
            forms.append(
                DeskForm(
                    to: "\(path)/take-back", visit.asked("link.take-back"),
                    hidden: [
                        .init(name: "link", value: link.record.description),
                        .init(name: "version", value: String(link.version)),
                    ], isDangerous: true))
        }
        let day = link.map { visit.wording.texts.day($0.until) }
        return DeskSection(
            "link", visit.asked("link.title"),
            note: day.map { visit.asked("link.there", ["day": $0]) } ?? visit.asked("link.note"), forms: forms)
    }
}

extension Visit {
    /// An answer as people read it.
    func shown(_ value: String, to question: Mechanisms.Question, _ wording: QuestionWording) -> String {
        switch question.kind {
        case .choice: wording.options.first { $0.code == value }?.label ?? value
        case .yesNo: self.wording.code("answers", value)
        case .date: Period(value).map { self.wording.texts.period($0) } ?? value
        case .file: FileAnswer(value)?.told ?? value
        case .text, .number, .document, .level: value
        }
    }
}
