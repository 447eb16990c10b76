import Access
import Intake
import Mechanisms
import Publication
import Registry
import Vocabulary

/// The import desk: which source, which file, what is under way, and what was; for `workbench-imports.mustache`.
struct ImportsPage: Sendable {
    /// Why a file was not taken.
    enum Problem: String {
        case noSource = "no-source"
        case noFile = "no-file"
        case tooLarge = "too-large"
        case tooMany = "too-many"

        var status: Int {
            switch self {
            case .noSource, .noFile: 422
            case .tooLarge: 413
            case .tooMany: 503
            }
        }
    }

    struct Choice: Sendable {
        let value: String
        let title: String
        let detail: String
        let isChosen: Bool
    }

    struct Line: Sendable {
        let href: String
        let hasHref: Bool
        let moment: String
        let source: String
        let who: String
        let state: String
        let tone: String
        let figures: String
    }

    let lead: String
    let problem: String
    let hasProblem: Bool
    let formTitle: String
    let action: String
    let tokenField: String
    let token: String
    let id: String
    let sourceLabel: String
    let choices: [Choice]
    let hasChoices: Bool
    let noChoices: String
    let faulty: String
    let hasFaulty: Bool
    let fileLabel: String
    let fileHint: String
    let send: String
    let historyTitle: String
    let caption: String
    let momentTitle: String
    let sourceTitle: String
    let whoTitle: String
    let stateTitle: String
    let figuresTitle: String
    let lines: [Line]
    let hasLines: Bool
    let none: String

    init(
        sources: ImportDesk.Sources, jobs: [ImportJob], history: ImportHistory, problem: Problem?,
        isUnderWay: (String) -> Bool, _ visit: Visit
    ) {
        let texts = visit.exchange.texts
        func text(_ key: String) -> String { texts["importing.\(key)"] }
        lead = text("lead")
        self.problem = problem.map { text("problem.\($0.rawValue)") } ?? ""
        hasProblem = problem != nil
        (formTitle, action) = (text("form.title"), ImportDesk.path)
        (tokenField, token) = (FormToken.field, visit.exchange.formToken)
        id = ImportsPage.newID(visit)
        (sourceLabel, fileLabel, send) = (text("form.source"), text("form.file"), text("form.send"))
        fileHint = texts.filled(
            "importing.form.file-hint",
            [
                "most": texts.number(ImportDesk.largest >> 20),
                "workbook": texts.number(ImportFile.largestWorkbook >> 20),
            ])
        let chosen = visit.exchange.form["source"] ?? visit.exchange.query["source"]
        choices = sources.known.map { source in
            let description = source.description
            return Choice(
                value: description.name, title: description.title ?? description.name,
                detail: [description.publisher, texts.filled("importing.version", ["version": description.version])]
                    .compactMap(\.self).joined(separator: " · "), isChosen: description.name == chosen)
        }
        hasChoices = !choices.isEmpty
        noChoices = text("form.none")
        hasFaulty = !sources.faulty.isEmpty
        faulty = texts.filled("importing.form.faulty", ["files": sources.faulty.joined(separator: " · ")])
        historyTitle = text("history.title")
        (caption, none) = (text("history.caption"), text("history.none"))
        (momentTitle, sourceTitle) = (text("column.moment"), text("column.source"))
        (whoTitle, stateTitle, figuresTitle) = (text("column.who"), text("column.state"), text("column.figures"))
        let own = Set(jobs.map(\.id))
        lines = history.entries.map { Line($0, isOwn: own.contains($0.id), isUnderWay: isUnderWay($0.id), visit) }
        hasLines = !lines.isEmpty
    }

    static func newID(_ visit: Visit) -> String {
        var random = SystemRandomNumberGenerator()
        return RecordID(at: visit.exchange.moment, using: &random).description
    }
}

extension ImportsPage.Line {
    init(_ entry: ImportHistory.Entry, isOwn: Bool, isUnderWay: Bool, _ visit: Visit) {
        let texts = visit.exchange.texts
        href = ImportDesk.place(entry.id)
        hasHref = isOwn
        moment = visit.wording.moment(entry.takenAt)
        source = texts.filled("importing.source", ["source": entry.source, "version": entry.version])
        who = texts.filled(
            "importing.who", ["post": visit.wording.function(entry.function), "account": entry.account])
        // What neither ended nor is under way was broken off when the house stopped.
        let reached = entry.outcome ?? (isUnderWay ? "under-way" : "broken-off")
        state = texts["importing.state.\(entry.work).\(reached)"]
        tone = ["done": "closed", "under-way": "running"][reached] ?? "late"
        let shown = ["read", "accepted", "held-back", "known"].compactMap { name in
            entry.figures[name].map {
                texts.filled(
                    "importing.figure", ["name": texts["importing.figures.\(name)"], "count": texts.number($0)])
            }
        }
        figures = shown.joined(separator: " · ")
    }
}
