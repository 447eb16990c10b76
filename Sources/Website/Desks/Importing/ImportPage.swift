import Access
import Foundation
import Intake
import Mechanisms
import Publication
import Registry
import Vocabulary

/// One import: how far it is, what would go in or went in, and what was found; for `workbench-import.mustache`.
struct ImportPage: Sendable {
    struct Figure: Sendable {
        let name: String
        let value: String
        let hint: String
    }

    struct Kind: Sendable {
        let code: String
        let text: String
        let weight: String
        let count: String
    }

    struct Line: Sendable {
        let row: String
        let column: String
        let text: String
    }

    /// Findings shown on the page; all of them are in the file.
    static let mostShown = 40

    let title: String
    let source: String
    let state: String
    let tone: String
    let isUnderWay: Bool
    let progress: String
    let share: String
    let hasShare: Bool
    let shareLabel: String
    let again: String
    let againHref: String
    let follow: String
    let followHref: String
    let stop: String
    let stopAction: String
    let closing: String
    let failure: String
    let hasFailure: Bool
    let figuresTitle: String
    let figures: [Figure]
    let hasFigures: Bool
    let isReady: Bool
    let readyText: String
    let bringIn: String
    let bringInAction: String
    let nothing: String
    let isNothing: Bool
    let tokenField: String
    let token: String
    let kindsTitle: String
    let kindsCaption: String
    let codeTitle: String
    let textTitle: String
    let weightTitle: String
    let countTitle: String
    let kinds: [Kind]
    let hasKinds: Bool
    let linesTitle: String
    let linesCaption: String
    let rowTitle: String
    let columnTitle: String
    let lines: [Line]
    let hasLines: Bool
    let more: String
    let hasMore: Bool
    let findingsFile: String
    let findingsHref: String
    let rowsFile: String
    let rowsHref: String
    let hasRows: Bool
    let rowsHint: String
    let next: String
    let nextHref: String

    init(_ job: ImportJob, isFollowed: Bool, _ visit: Visit) throws {
        let texts = visit.exchange.texts
        let place = ImportDesk.place(job.id)
        func text(_ key: String) -> String { texts["importing.\(key)"] }
        let description = job.source.description
        title = text("title-one.\(job.work.rawValue)")
        source = texts.filled(
            "importing.source", ["source": description.title ?? description.name, "version": description.version])
        let reached = job.result?.outcome.rawValue ?? "under-way"
        isUnderWay = job.result == nil
        if case .waiting = job.stage {
            state = text("state.waiting")
        } else {
            state = text("state.\(job.work.rawValue).\(reached)")
        }
        tone = isUnderWay ? "running" : job.result?.outcome == .done ? "closed" : "late"
        let progress = job.notes.progress
        self.progress = texts.counted("importing.rows-so-far", progress?.rows ?? 0)
        let share = progress.map { Double($0.bytes) / Double(max(1, $0.totalBytes ?? 0)) }
        self.share = share.map { String(Int(min(1, $0) * 100)) } ?? ""
        (hasShare, shareLabel) = (share != nil, text("progress"))
        (again, againHref) = (text("again"), isFollowed ? "\(place)?follow=1" : place)
        (follow, followHref) =
            isFollowed ? (text("unfollow"), place) : (text("follow"), "\(place)?follow=1")
        (stop, stopAction, closing) = (text("stop"), "\(place)/stop", text("closing"))
        let wording = FindingWording(texts: texts, book: visit.book)
        failure = job.result?.failure.map { wording.failure($0) } ?? ""
        hasFailure = !failure.isEmpty
        let summary = job.result?.summary
        figuresTitle = text("figures-title.\(job.work.rawValue)")
        figures = summary.map { ImportPage.figures($0, job.work, texts) } ?? []
        hasFigures = !figures.isEmpty
        isReady = job.isReady
        readyText = texts.counted("importing.ready", summary?.accepted ?? 0)
        (bringIn, bringInAction) = (text("bring-in"), "\(place)/bring-in")
        isNothing = job.work == .check && job.result?.outcome == .done && !job.isReady
        nothing = text("nothing")
        (tokenField, token) = (FormToken.field, visit.exchange.formToken)
        (kindsTitle, kindsCaption) = (text("kinds.title"), text("kinds.caption"))
        (codeTitle, textTitle) = (text("column.code"), text("column.text"))
        (weightTitle, countTitle) = (text("column.weight"), text("column.count"))
        kinds = (summary?.findings ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { code, count in
            let weight = FindingKind(rawValue: code)?.weight.rawValue ?? "note"
            return Kind(
                code: code, text: wording.kind(code), weight: text("weight.\(weight)"), count: texts.number(count))
        }
        hasKinds = !kinds.isEmpty
        (linesTitle, linesCaption) = (text("lines.title"), text("lines.caption"))
        (rowTitle, columnTitle) = (text("column.row"), text("column.column"))
        let shown = isUnderWay ? [] : try job.notes.first(ImportPage.mostShown)
        lines = shown.map { finding in
            Line(
                row: finding.place.row.map { texts.digits($0) } ?? "", column: finding.place.column ?? "",
                text: wording.text(finding))
        }
        hasLines = !lines.isEmpty
        hasMore = job.notes.count > lines.count
        more = texts.filled(
            "importing.lines.more",
            ["shown": texts.number(lines.count), "all": texts.number(min(job.notes.count, ImportNotes.mostFindings))])
        (findingsFile, findingsHref) = (text("findings-file"), "\(place)/findings.csv")
        (rowsFile, rowsHref) = (text("rows-file"), "\(place)/rows.csv")
        hasRows = !job.notes.heldBack.isEmpty
        rowsHint = text("rows-hint")
        next = text("next")
        nextHref = "\(ImportDesk.path)?source=\(PercentText.encoded(description.name))"
    }

    private static func figures(_ summary: ImportSummary, _ work: ImportJob.Work, _ texts: Texts) -> [Figure] {
        let counts: [(String, Int)] = [
            ("read", summary.rowsRead), ("accepted", summary.accepted), ("held-back", summary.heldBack),
            ("known", summary.alreadyKnown), ("persons", summary.persons),
        ]
        return counts.map { name, count in
            Figure(
                name: texts["importing.figures.\(name == "accepted" && work == .check ? "would-go-in" : name)"],
                value: texts.number(count), hint: texts["importing.hints.\(name)"])
        }
    }
}
