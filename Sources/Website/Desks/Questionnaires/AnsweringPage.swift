import Mechanisms
import Publication
import Registry
import Vocabulary

/// The form of a respondent, made from the questions, for `workbench-answering.mustache`: each with what was answered
/// earlier beside it.
struct AnsweringPage: Sendable {
    struct Option: Sendable {
        let id: String
        let value: String
        let text: String
        let isChosen: Bool
    }

    struct Earlier: Sendable {
        let title: String
        let text: String
        let act: String
        let button: String
        /// For those who hear the page.
        let about: String
    }

    struct Line: Sendable {
        let type: String
        let value: String
    }

    /// One question; of its ways to be answered exactly one has a member.
    struct Control: Sendable {
        let id: String
        let name: String
        let number: String
        let label: String
        let isRequired: Bool
        let required: String
        let hint: [String]
        let error: [String]
        let described: [String]
        let isLabelled: Bool
        let lines: [Line]
        let areas: [Line]
        let hasRadios: Bool
        let radios: [Option]
        let evidence: [Evidence]
        let files: [FileField]
        let earlier: [Earlier]
    }

    /// Where a file is chosen, with the one that is here.
    struct FileField: Sendable {
        struct Present: Sendable {
            let text: String
            let removalID: String
            let removalName: String
            let removal: String
        }

        let name: String
        let accept: String
        let present: [Present]
    }

    struct Evidence: Sendable {
        let id: String
        let name: String
        let label: String
        let value: String
    }

    struct ErrorLine: Sendable {
        let href: String
        let text: String
    }

    let tag: String
    let notices: [DeskPage.Notice]
    let introduction: [String]
    let facts: [DeskSection.Fact]
    let languagesTitle: String
    let languages: [DeskPage.Link]
    let hasLanguages: Bool
    let errorTitle: String
    let errors: [ErrorLine]
    let hasErrors: Bool
    let action: String
    /// One that has a file to choose is sent in another way.
    let encoding: [String]
    let tokenField: String
    let token: String
    let hidden: [Fields.Field]
    let controls: [Control]
    let save: String
    let submit: String
    let submitNote: String

    /// What came of what was sent.
    struct Outcome {
        var misfits: [String] = []
        var missing: [String] = []
        var files: [String: AnsweringFiles.Problem] = [:]
        var notices: [DeskPage.Notice] = []
    }

    init(
        _ sheet: AnsweringSheet, _ input: AnsweringInput, at action: String, _ outcome: Outcome = .init(),
        _ visit: Visit
    ) {
        let language = AnsweringPage.language(of: sheet, visit)
        let questionnaire = sheet.questionnaire
        let texts = visit.wording.texts
        tag = Visit.tag(of: language)
        notices = outcome.notices + visit.asked(done: visit.exchange.query["done"])
        introduction = [questionnaire.wording(of: nil, in: language).help].compactMap(\.self)
        facts = AnsweringPage.facts(sheet, visit)
        languagesTitle = visit.asked("read-in")
        languages = sheet.round.languages.filter { $0 != language }.map {
            .init(text: visit.language($0), href: "\(action)?in=\($0)")
        }
        hasLanguages = !languages.isEmpty
        errors = questionnaire.questions.enumerated().compactMap { place, question in
            AnsweringPage.error(question, outcome, visit).map {
                ErrorLine(
                    href: "#\(AnsweringPage.firstID(of: question))",
                    text: visit.asked("error-at", ["number": texts.number(place + 1), "problem": $0]))
            }
        }
        (errorTitle, hasErrors) = (visit.asked("errors"), !errors.isEmpty)
        self.action = "\(action)?in=\(language)"
        encoding = questionnaire.questions.contains { $0.kind == .file } ? ["multipart/form-data"] : []
        (tokenField, token) = (FormToken.field, visit.exchange.formToken)
        hidden = [.init(name: "version", value: String(sheet.response.version)), visit.keyField]
        controls = questionnaire.questions.enumerated().map { place, question in
            Control(
                question, questionnaire.wording(of: question.record, in: language), number: texts.number(place + 1),
                (question.kind == .file ? sheet.answers[question.key] : input[question.key]) ?? "",
                error: AnsweringPage.error(question, outcome, visit),
                earlier: sheet.earlier[question.key], visit)
        }
        (save, submit, submitNote) = (visit.asked("save"), visit.asked("submit"), visit.asked("submit-note"))
    }

    /// The one asked for, else that of the page, else the questionnaire's own: only those in which it was sent.
    private static func language(of sheet: AnsweringSheet, _ visit: Visit) -> String {
        [visit.exchange.query["in"], visit.pageLanguage].compactMap(\.self).first(where: sheet.round.languages.contains)
            ?? sheet.questionnaire.language
    }

    private static func facts(_ sheet: AnsweringSheet, _ visit: Visit) -> [DeskSection.Fact] {
        let day = visit.wording.texts.day(sheet.round.deadline)
        let isOverdue = sheet.submittedOn == nil && sheet.round.deadline < visit.today
        return [
            DeskSection.Fact(visit.asked("columns.respondent"), sheet.respondent),
            DeskSection.Fact(
                visit.asked("columns.state"), "", state: visit.badge(sheet.response.state, isOverdue: isOverdue)),
            DeskSection.Fact(
                visit.asked("columns.deadline"), day,
                state: isOverdue ? .init(visit.asked("late-note"), .late) : nil),
        ] + (sheet.returned.map { [.init(visit.asked("returned-because"), $0)] } ?? [])
    }

    private static func error(_ question: Mechanisms.Question, _ outcome: Outcome, _ visit: Visit) -> String? {
        if outcome.misfits.contains(question.key) { return visit.asked("misfit.\(question.kind.rawValue)") }
        if let problem = outcome.files[question.key] { return visit.asked("file.\(problem.rawValue)", largest(visit)) }
        return outcome.missing.contains(question.key) ? visit.wording["problem.M109"] : nil
    }

    /// For texts that say how large a file may be.
    fileprivate static func largest(_ visit: Visit) -> KeyValuePairs<String, String> {
        ["megabytes": visit.wording.texts.number(FileIntake.largest >> 20)]
    }

    /// Where a link to the question leads: a group of choices begins at its first one.
    fileprivate static func firstID(of question: Mechanisms.Question) -> String {
        let codes = question.kind == .choice ? question.wording.options.map(\.code) : question.kind.fixedCodes
        return codes.first.map { "f-\(question.key)-\($0)" } ?? "f-\(question.key)"
    }
}

extension AnsweringPage.Control {
    init(
        _ question: Mechanisms.Question, _ wording: QuestionWording, number: String, _ value: String, error: String?,
        earlier: AnsweringSheet.Earlier?, _ visit: Visit
    ) {
        let id = "f-\(question.key)"
        (self.id, name, self.number, label) = (id, AnsweringInput.name(of: question.key), number, wording.text)
        (isRequired, required) = (question.isRequired, visit.wording["step.required"])
        let kindHint =
            question.kind == .file
            ? visit.wording.filled("document.file-hint", AnsweringPage.largest(visit))
            : visit.exchange.texts.text("questionnaires.hint.\(question.kind.rawValue)")
        hint = [wording.help, kindHint].compactMap(\.self)
        self.error = error.map { [$0] } ?? []
        let ids = (hint.isEmpty ? [] : ["\(id)-hint"]) + (error == nil ? [] : ["\(id)-error"])
        described = ids.isEmpty ? [] : [ids.joined(separator: " ")]
        let parts = value.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let chosen = question.kind == .level ? parts.first ?? "" : value
        switch question.kind {
        case .text: (lines, areas) = ([], [.init(type: "", value: value)])
        case .number, .date, .document: (lines, areas) = ([.init(type: "text", value: value)], [])
        case .choice, .yesNo, .level, .file: (lines, areas) = ([], [])
        }
        let options: [(String, String)] =
            switch question.kind {
            case .choice: wording.options.map { ($0.code, $0.label) }
            case .yesNo: question.kind.fixedCodes.map { ($0, visit.wording.code("answers", $0)) }
            case .level: question.kind.fixedCodes.map { ($0, visit.asked("level.\($0)")) }
            default: []
            }
        radios =
            options.isEmpty
            ? []
            : (options + [("", visit.asked("no-answer"))]).map { code, text in
                .init(
                    id: code.isEmpty ? "\(id)-none" : "\(id)-\(code)", value: code, text: text, isChosen: chosen == code
                )
            }
        (hasRadios, isLabelled) = (!radios.isEmpty, radios.isEmpty)
        evidence =
            question.kind == .level
            ? [
                .init(
                    id: "\(id)-evidence", name: AnsweringInput.evidenceName(of: question.key),
                    label: visit.asked("evidence"), value: parts.count > 1 ? parts[1] : "")
            ] : []
        files =
            question.kind == .file
            ? [
                .init(
                    name: AnsweringFiles.name(of: question.key), accept: MediaType.endings,
                    present: FileAnswer(value).map { file in
                        [
                            .init(
                                text: file.told, removalID: "\(id)-remove",
                                removalName: AnsweringInput.removalName(of: question.key),
                                removal: visit.asked("file.remove"))
                        ]
                    } ?? [])
            ] : []
        self.earlier =
            earlier.map { earlier in
                [
                    .init(
                        title: visit.asked(
                            "earlier",
                            ["round": earlier.round, "day": visit.wording.texts.day(earlier.submittedOn)]),
                        text: visit.shown(earlier.value, to: question, wording), act: "reuse:\(question.key)",
                        button: visit.asked("reuse"), about: wording.text)
                ]
            } ?? []
    }
}
