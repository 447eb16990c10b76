import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// A record's whole file for paper: the record, then what belongs to it in the order of time, then the list of what is
/// withheld (B02); for `workbench-paper.mustache`.
struct PaperPage: Sendable {
    struct Part: Sendable {
        let title: String
        let state: StateBadge
        let marking: String
        let lines: [RecordPageLine]
    }

    let title: String
    let marked: PrintedMarking
    let styleHref: String
    let hint: String
    let made: String
    let parts: [Part]
    let withheldTitle: String
    let withheld: [String]
    let hasWithheld: Bool
    let nothingWithheld: String

    init(of record: RecordID, _ visit: Visit) throws {
        let wording = visit.wording
        let view = try visit.registry.export(record, visit.asking)
        let beside = try Belongings.of(view, visit)
        var papers: [RecordView] = [view]
        var kept: [RecordView] = []
        for neighbour in PaperPage.inOrder(beside) {
            if visit.registry.mayExport(neighbour, visit.asking) {
                papers.append(try visit.registry.export(neighbour.record, visit.asking))
            } else {
                kept.append(neighbour)
            }
        }
        let names = try Names(onPaper: papers, besides: kept, visit)
        title = names.name(of: view)
        let marks = try HandlingMarks(of: visit.registry, on: visit.today, visit.asking)
        marked = marks.printed(max(view.marking, names.marking ?? view.marking), showing: papers.map(\.record))
        styleHref = WorkbenchPaths.paperStyle(marked.level.rawValue, wording.texts.language, until: marked.until)
        hint = wording["paper.hint"]
        made = wording.filled(
            "paper.made",
            [
                "moment": wording.moment(visit.exchange.moment),
                "function": wording.function(visit.asking.actor.function.rawValue),
            ])
        parts = papers.compactMap { paper -> Part? in
            guard let mechanism = visit.book.mechanism(paper.mechanism) else { return nil }
            return Part(
                title: names.heading(of: paper),
                state: StateBadge(paper.state, of: mechanism, wording),
                marking: wording.marking(marks.printed(paper.marking, showing: [paper.record])),
                lines: RecordPageLine.lines(of: paper, mechanism, names, wording))
        }
        withheldTitle = wording["paper.withheld"]
        withheld =
            papers.flatMap { paper in PaperPage.withheldFields(paper, names, visit) }
            + kept.map {
                wording.filled(
                    "paper.withheld-record", ["name": names.heading(of: visit.registry.onPaper($0, visit.asking))])
            }
        hasWithheld = !withheld.isEmpty
        nothingWithheld = wording["paper.nothing-withheld"]
    }

    /// By the first date that each has, then as they were entered.
    private static func inOrder(_ views: [RecordView]) -> [RecordView] {
        views.sorted { left, right in
            let places = (left.firstDay, right.firstDay)
            return places.0 == places.1 ? left.record < right.record : places.0 < places.1
        }
    }

    private static func withheldFields(_ paper: RecordView, _ names: Names, _ visit: Visit) -> [String] {
        guard let mechanism = visit.book.mechanism(paper.mechanism) else { return [] }
        return paper.fields.filter { $0.content == .withheld }.map { field in
            visit.wording.filled(
                "paper.withheld-field",
                ["name": names.name(of: paper), "field": visit.wording.field(mechanism, field.name)])
        }
    }
}

extension RecordView {
    /// The first day that any of its dates speaks of; records without one come last.
    fileprivate var firstDay: CalendarDate {
        fields.compactMap { field in
            if case .period(let period)? = value(field.name) { period.start } else { nil }
        }.min() ?? CalendarDate(daysSinceEpoch: .max)
    }
}
