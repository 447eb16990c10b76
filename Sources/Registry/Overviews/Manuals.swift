import Mechanisms
import Vocabulary

/// Manuals, what was proposed for them, and which procedures cite which edition (B106).
extension Registry {
    /// The edition of the day, section by section, each with the proposal that its text comes from.
    func manuals(on day: CalendarDate, _ asking: Asking) throws -> OverviewTable {
        let houses = try names(of: "organisation", "name", asking)
        let rows = try manualBooks(asking).flatMap { book -> [[OverviewCell]] in
            let title = OverviewCell.text(book.manual.text("title"), record: book.manual.record)
            guard let edition = book.edition(on: day) else {
                return [[title, .flag("no-edition"), .empty, .empty, .empty, .empty, .empty, .empty]]
            }
            return book.sections(of: edition).map { proposal in
                [
                    title, .text(edition.number), OverviewCell(.period(.day(edition.day))), .text(proposal.section),
                    proposal.state.cell("heading"), proposal.state.cell("text"),
                    .text(proposal.state.text("reason"), record: proposal.state.record),
                    .text(proposal.state.link("from").flatMap { houses[$0] }),
                ]
            }
        }
        return OverviewTable(
            ["manual", "edition", "issued-on", "section", "heading", "text", "proposal", "proposed-by"], rows)
    }

    /// Every proposal, those that nobody decided first: what was decided, and which edition carries it.
    func amendments(_ asking: Asking) throws -> OverviewTable {
        let houses = try names(of: "organisation", "name", asking)
        let rows = try manualBooks(asking).flatMap { book -> [(isOpen: Bool, cells: [OverviewCell])] in
            book.proposals.filter { $0.state.state != "withdrawn" }.map {
                proposal -> (isOpen: Bool, cells: [OverviewCell]) in
                let isAccepted = proposal.state.state == "accepted"
                let carried = book.edition(carrying: proposal).map { OverviewCell.text($0.number) }
                return (
                    proposal.state.state == "proposed",
                    [
                        .text(book.manual.text("title"), record: book.manual.record),
                        .text(proposal.section, record: proposal.state.record), proposal.state.cell("heading"),
                        .text(proposal.state.link("from").flatMap { houses[$0] }), proposal.state.cell("reason"),
                        .state(proposal.state), proposal.state.cell("decision"),
                        carried ?? (isAccepted ? .flag("next-edition") : .empty),
                    ]
                )
            }
        }
        return OverviewTable(
            ["manual", "section", "heading", "proposed-by", "reason", "state", "decision", "edition"],
            rows.filter(\.isOpen).map(\.cells) + rows.filter { !$0.isOpen }.map(\.cells))
    }

    /// Procedures with the edition that they cite, those that cite an earlier one than there is first.
    func manualCitations(_ asking: Asking) throws -> OverviewTable {
        let manuals = try readable("manual", asking).reduce(into: [RecordID: RecordState]()) { $0[$1.record] = $1 }
        let citing = try readable("national-procedure", asking).filter { $0.state == "in-force" }
        let sorted = citing.sorted {
            ($0.code("country") ?? "", $0.code("topic") ?? "", $0.record)
                < ($1.code("country") ?? "", $1.code("topic") ?? "", $1.record)
        }
        let rows = sorted.compactMap { procedure -> (Bool, [OverviewCell])? in
            guard let manual = procedure.link("manual").flatMap({ manuals[$0] }) else { return nil }
            let isNewest = manual.text("edition") == procedure.text("edition")
            return (
                isNewest,
                [
                    procedure.cell("country", list: "countries"),
                    OverviewCell(
                        procedure.cell("topic", list: "procedure-topics").value, record: procedure.record),
                    .text(manual.text("title"), record: manual.record), procedure.cell("edition"),
                    isNewest ? .word("newest-edition") : .flag("earlier-edition"), manual.cell("edition"),
                ]
            )
        }
        return OverviewTable(
            ["country", "topic", "manual", "edition", "standing", "newest-edition"],
            rows.filter { !$0.0 }.map(\.1) + rows.filter(\.0).map(\.1))
    }
}
