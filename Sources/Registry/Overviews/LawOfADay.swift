import Access
import Ledger
import Mechanisms
import Vocabulary

/// Laws, what states have in theirs, and how far they carry instruments out (B80, B81).
extension Registry {
    /// Laws in force on the day; of which nobody said since when, marked so.
    func laws(on day: CalendarDate, _ asking: Asking) throws -> OverviewTable {
        let laws = try readable("law", asking).filter { law in
            law.state == "listed" && law.firstDay("in-force-from").map { $0 <= day } ?? true
                && law.lastDay("in-force-until").map { $0 >= day } ?? true
        }
        let sorted = laws.sorted {
            ($0.code("country") ?? "", $0.text("title") ?? "") < ($1.code("country") ?? "", $1.text("title") ?? "")
        }
        let rows: [[OverviewCell]] = sorted.map { law in
            [
                law.cell("country", list: "countries"), .text(law.text("title"), record: law.record),
                law.cell("reference"), law.cell("areas", list: "law-areas"), law.cell("in-force-from"),
                law.cell("in-force-until"),
                law.firstDay("in-force-from") == nil ? .flag("beginning-unknown") : .word("in-force"),
            ]
        }
        return OverviewTable(
            ["country", "law", "reference", "areas", "in-force-from", "in-force-until", "standing"], rows)
    }

    /// Significant changes in force by the day, those without training first; one is covered once its action is done, and
    /// not before.
    func lawChanges(on day: CalendarDate, _ asking: Asking) throws -> OverviewTable {
        let changes = try readable("law", asking).filter { law in
            law.state == "listed" && law.fields["significant-change"] == .boolean(true)
                && law.firstDay("in-force-from").map { $0 <= day } ?? true
        }
        let deadlines = Dictionary(
            grouping: try readable("action-deadline", asking).filter { $0.state == "in-force" }
        ) { $0.link("action") }
        let rows = try changes.map { law -> (Int, String, [OverviewCell]) in
            let action = try law.link("training").flatMap { record in
                try mayDo(asking, .read, to: record) ? try ledger.record(record) : nil
            }
            let standing: (place: Int, cell: OverviewCell) =
                switch action?.state {
                case nil: (0, .flag("no-training"))
                case "done"?: (2, .word("trained"))
                default: (1, .flag("training-open"))
                }
            let deadline = action.flatMap { deadlines[$0.record] }?.max {
                ($0.day("set-on"), $0.record) < ($1.day("set-on"), $1.record)
            }
            let isLate = standing.place == 1 && deadline?.lastDay("latest").map { $0 < day } ?? false
            let name = action.map { "\($0.text("code") ?? "") \($0.text("text") ?? "")" }
            return (
                standing.place, law.text("title") ?? "",
                [
                    law.cell("country", list: "countries"), .text(law.text("title"), record: law.record),
                    law.cell("in-force-from"), .text(name, record: action?.record), deadline?.cell("latest") ?? .empty,
                    isLate ? .flag("training-late") : standing.cell,
                ]
            )
        }
        return OverviewTable(
            ["country", "law", "in-force-from", "training", "due-on", "standing"],
            rows.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2))
    }

    /// The newest answer of each state on each feature by the day, with the article that it cites. An empty cell is no
    /// answer.
    func lawFeatures(on day: CalendarDate, _ asking: Asking) throws -> OverviewTable {
        let titles = try names(of: "law", "title", asking)
        let stated = try readable("law-feature", asking).filter {
            $0.state == "stated" && ($0.firstDay("stands-on").map { $0 <= day } ?? false)
        }
        let features = (book.codeLists["law-features"]?.codes ?? []).filter { !$0.isRetired }.map(\.id)
        let byCountry = Dictionary(grouping: stated) { $0.code("country") ?? "" }
        let rows: [[OverviewCell]] = byCountry.keys.sorted().map { country in
            let cells = features.map { feature -> OverviewCell in
                let answers = (byCountry[country] ?? []).filter { $0.code("feature") == feature }
                let newest = answers.max { ($0.day("stands-on"), $0.record) < ($1.day("stands-on"), $1.record) }
                guard let newest else { return .empty }
                let law = newest.link("law").flatMap { titles[$0] } ?? ""
                return OverviewCell(
                    .code(newest.code("present") ?? "", of: "law-answers"),
                    notes: ["\(law), \(newest.text("article") ?? "")", newest.day("stands-on").description],
                    record: newest.record)
            }
            return [OverviewCell(.code(country, of: "countries"))] + cells
        }
        return OverviewTable(
            columns: [.named("country")] + features.map { .code($0, of: "law-features") }, rows)
    }

    /// Every provision with every assessment of it by the day, the newest of a state before its earlier ones.
    func concordance(on day: CalendarDate, _ asking: Asking) throws -> OverviewTable {
        let titles = try names(of: "law", "title", asking)
        let assessed = Dictionary(
            grouping: try readable("transposition-assessment", asking).filter {
                $0.state == "stated" && ($0.firstDay("assessed-on").map { $0 <= day } ?? false)
            }
        ) { $0.link("provision") }
        let provisions = try readable("provision", asking).filter { $0.state == "in-force" }
        let rows = inOrder(provisions).flatMap { provision -> [[OverviewCell]] in
            let head: [OverviewCell] = [
                provision.cell("instrument"), .text(provision.text("article"), record: provision.record),
            ]
            let all = assessed[provision.record] ?? []
            guard !all.isEmpty else {
                let nothing: [OverviewCell] = [.empty, .flag("not-assessed")]
                return [head + nothing + [OverviewCell](repeating: .empty, count: 5)]
            }
            let byCountry = Dictionary(grouping: all) { $0.code("country") ?? "" }
            return byCountry.keys.sorted().flatMap { country in
                let newestFirst = (byCountry[country] ?? []).sorted {
                    ($1.day("assessed-on"), $1.record) < ($0.day("assessed-on"), $0.record)
                }
                return newestFirst.enumerated().map { place, assessment -> [OverviewCell] in
                    let cells: [OverviewCell] = [
                        assessment.cell("country", list: "countries"),
                        .word(place == 0 ? "newest" : "earlier"),
                        OverviewCell(
                            .code(assessment.code("verdict") ?? "", of: "transposition-verdicts"),
                            record: assessment.record),
                        OverviewCell(.empty, notes: assessment.links("laws").compactMap { titles[$0] }),
                        assessment.cell("articles"), assessment.cell("gap"), assessment.cell("assessed-on"),
                    ]
                    return head + cells
                }
            }
        }
        return OverviewTable(
            ["instrument", "article", "country", "assessment", "verdict", "laws", "articles", "gap", "assessed-on"],
            rows)
    }

    /// Article 5 before article 18: by the first number in it.
    private func inOrder(_ provisions: [RecordState]) -> [RecordState] {
        func place(_ provision: RecordState) -> (String, Int, String) {
            let article = provision.text("article") ?? ""
            let digits = article.drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && $0.isNumber }
            return (provision.text("instrument") ?? "", Int(digits) ?? .max, article)
        }
        return provisions.sorted { place($0) < place($1) }
    }
}
