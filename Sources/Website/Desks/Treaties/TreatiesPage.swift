import Mechanisms
import Publication
import Registry
import Vocabulary

/// A page of the desk, for `workbench-treaties.mustache`: the day to choose, bars, and what every desk's page has.
struct TreatiesPage: Sendable {
    let paper: [String]
    let dayAction: String
    let dayLabel: String
    let day: String
    let dayGo: String
    let bars: [StandingBar]
    let desk: DeskPage

    init(_ view: TreatyView, at path: String, bars: [StandingBar], _ desk: DeskPage, _ visit: Visit) {
        paper =
            visit.mayPrintPlans
            ? [WorkbenchPaths.paperStyle("professionals", visit.wording.texts.language)] : []
        (dayAction, dayLabel, dayGo) = (path, visit.treaties("day"), visit.treaties("show"))
        day = view.status.day.description
        (self.bars, self.desk) = (bars, desk)
    }

    /// How all parties in sight stand to a treaty.
    static func bar(_ terms: TreatyTerms, _ rows: [TreatyStatus.Row], _ visit: Visit) -> StandingBar {
        let styles: [TreatyMembership.Standing: String] = [
            .party: "done", .contracting: "under-way", .signatory: "abandoned", .withdrawn: "late",
        ]
        return StandingBar(
            terms.name, height: 20,
            TreatyMembership.Standing.allCases.compactMap { standing in
                styles[standing].map { style in
                    (
                        style, rows.count { $0.standing == standing },
                        visit.treaties("standing.\(standing.rawValue)")
                    )
                }
            }, visit.wording.texts)
    }
}
