import Mechanisms
import Publication
import Registry
import Vocabulary

/// A page of the desk, for `workbench-treaties.mustache`: the day to choose, bars, and what every desk's page has.
struct TreatiesPage: Sendable {
    /// A piece of a bar; the whole is 1000 wide.
    struct Segment: Sendable {
        let start: Int
        let width: Int
        let style: String
        let label: String
    }

    struct Bar: Sendable {
        let title: String
        let segments: [Segment]
    }

    let paper: [String]
    let dayAction: String
    let dayLabel: String
    let day: String
    let dayGo: String
    let bars: [Bar]
    let desk: DeskPage

    init(_ view: TreatyView, at path: String, bars: [Bar], _ desk: DeskPage, _ visit: Visit) {
        paper =
            visit.mayPrintPlans
            ? [WorkbenchPaths.paperStyle("professionals", visit.wording.texts.language)] : []
        (dayAction, dayLabel, dayGo) = (path, visit.treaties("day"), visit.treaties("show"))
        day = view.status.day.description
        (self.bars, self.desk) = (bars, desk)
    }

    /// How all parties in sight stand to a treaty.
    static func bar(_ terms: TreatyTerms, _ rows: [TreatyStatus.Row], _ visit: Visit) -> Bar {
        let texts = visit.wording.texts
        let styles: [TreatyMembership.Standing: String] = [
            .party: "done", .contracting: "under-way", .signatory: "abandoned", .withdrawn: "late",
        ]
        var before = 0
        let segments = TreatyMembership.Standing.allCases.compactMap { standing -> Segment? in
            let count = rows.count { $0.standing == standing }
            guard count > 0, let style = styles[standing] else { return nil }
            let (start, end) = (before * 1000 / rows.count, (before + count) * 1000 / rows.count)
            before += count
            return Segment(
                start: start, width: end - start, style: style,
                label: "\(visit.treaties("standing.\(standing.rawValue)")): \(texts.number(count))")
        }
        return Bar(title: terms.name, segments: segments)
    }
}
