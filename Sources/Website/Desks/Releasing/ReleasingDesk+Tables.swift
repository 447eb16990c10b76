import Access
import Disclosure
import HTTPTypes
import Publication
import Registry
import Tables
import Vocabulary

extension ReleasingDesk {
    private static let mostRows = 100

    /// One table of a draft: what staff see beside what the public would, and what moved since the release before.
    func tablePage(_ visit: Visit) throws -> Answer {
        let job = try named(visit)
        guard let draft = job.draft,
            let place = draft.released.firstIndex(where: { $0.name == visit.exchange.parameter("table") })
        else { throw RequestRefusal.notFound }
        let texts = visit.wording.texts
        let table = draft.released[place]
        let figures = try StaffFigures(draft.counted[place])
        let onlyWithheld = visit.exchange.query["show"] != "all"
        let shown = table.cells.enumerated().filter { !onlyWithheld || $1.outcome.isWithheld }
        let from = max(0, visit.exchange.query["from"].flatMap { Int($0) } ?? 0)
        let rows = shown.dropFirst(from).prefix(Self.mostRows).map { number, cell in
            row(cell, figures.counts[number], in: table, visit)
        }
        let columns = ["figure", "staff", "public", "why"].map { visit.releasing("columns.\($0)") }
        let path = ReleasingPaths.table(table.name, of: job.id)
        let mode = onlyWithheld ? "withheld" : "all"
        var links: [DeskPage.Link] = [
            .init(
                text: visit.releasing(onlyWithheld ? "show-all" : "show-withheld"),
                href: "\(path)?show=\(onlyWithheld ? "all" : "withheld")")
        ]
        if from < shown.count - Self.mostRows {
            links.append(
                .init(text: visit.releasing("next"), href: "\(path)?show=\(mode)&from=\(from + Self.mostRows)"))
        }
        if visit.navigation("", OverviewsPaths.home, toRead: .plans) != nil {
            links.append(.init(text: visit.releasing("sources"), href: OverviewsPaths.page(.sources)))
        }
        let caption = visit.releasing(
            "figures-caption",
            [
                "from": texts.number(min(from + 1, shown.count)), "to": texts.number(from + rows.count),
                "all": texts.number(shown.count),
            ])
        let section = DeskSection(
            "figures", visit.releasing(onlyWithheld ? "figures-withheld" : "figures-all"),
            note: visit.releasing(rows.isEmpty ? "nothing-withheld" : "signs"),
            tables: rows.isEmpty ? [] : [DeskTable(caption, columns: columns, rows: rows)], links: links)
        return page(
            texts.title(of: table), DeskPage(sections: [section, moved(table, draft, job, visit)], visit.exchange),
            below: [step(to: job, visit)], visit)
    }

    private func row(
        _ cell: ReleasedTable.Cell, _ count: Int?, in table: ReleasedTable, _ visit: Visit
    ) -> [DeskTable.Value] {
        let texts = visit.wording.texts
        let names = zip(table.dimensions, cell.coordinates).compactMap { dimension, place in
            place.map { texts.name(of: dimension.categories[$0], in: dimension) }
        }
        let why: String =
            switch cell.outcome {
            case .withheldPrimary: visit.releasing("why.primary")
            case .withheldComplementary: visit.releasing("why.complementary")
            case .notReported: visit.releasing("why.not-reported")
            case .published: ""
            }
        return [
            DeskTable.Value(names.isEmpty ? texts["site.table.total"] : names.joined(separator: " · ")),
            DeskTable.Value(count.map { texts.number($0) } ?? ":"),
            DeskTable.Value(sign(of: cell.outcome, texts)), DeskTable.Value(why),
        ]
    }

    /// As the public reads it: a number, `c` or `:`.
    private func sign(of outcome: ReleasedTable.Outcome, _ texts: Texts) -> String {
        switch outcome {
        case .published(let count): texts.number(count)
        case .withheldPrimary, .withheldComplementary: "c"
        case .notReported: ":"
        }
    }

    private func moved(
        _ table: ReleasedTable, _ draft: ReleaseDraft, _ job: ReleaseJobs.Job, _ visit: Visit
    ) -> DeskSection {
        let texts = visit.wording.texts
        let title = visit.releasing("moved.title")
        guard let revision = DraftSheet(draft, job, visit).revision(of: table) else {
            return DeskSection("moved", title, note: visit.releasing("moved.first"))
        }
        guard !revision.changes.isEmpty else {
            return DeskSection("moved", title, note: visit.releasing("moved.nothing"))
        }
        let rows = revision.changes.prefix(Self.mostRows).map { change in
            let names = table.dimensions.compactMap { dimension in
                change.codes[dimension.name].flatMap(dimension.place(of:)).map {
                    texts.name(of: dimension.categories[$0], in: dimension)
                }
            }
            return [
                DeskTable.Value(names.isEmpty ? texts["site.table.total"] : names.joined(separator: " · ")),
                DeskTable.Value(sign(of: change.before, texts)), DeskTable.Value(sign(of: change.after, texts)),
            ]
        }
        let before = texts.filled("site.release.title", ["number": texts.digits(revision.from)])
        let caption = visit.releasing(
            "moved.caption", ["shown": texts.number(rows.count), "all": texts.number(revision.changes.count)])
        return DeskSection(
            "moved", title,
            tables: [
                DeskTable(
                    caption, columns: [visit.releasing("columns.figure"), before, visit.releasing("columns.now")],
                    rows: rows)
            ])
    }
}
