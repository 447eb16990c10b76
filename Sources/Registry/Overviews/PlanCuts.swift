import Mechanisms
import Vocabulary

/// Progress and money of a plan by pillar and by marker (B76).
struct PlanCut {
    /// A way to cut: the key of its text, and what a line says to it.
    enum Cut: String, CaseIterable {
        case all, pillar
        case gender = "gender-marker"
        case child = "child-marker"
        case rights = "rights-marker"
    }

    let cut: Cut
    /// The pillar, or the marker as a number; nil where an action says nothing.
    let value: String?
    let lines: [PlanStand.Line]

    /// Every part that has an action. One that serves two pillars is in both: parts of a cut are not added up.
    static func parts(of stand: PlanStand) -> [PlanCut] {
        Cut.allCases.flatMap { cut -> [PlanCut] in
            var byValue: [String?: [PlanStand.Line]] = [:]
            for line in stand.lines {
                for value in values(cut, of: line) { byValue[value, default: []].append(line) }
            }
            return byValue.map { PlanCut(cut: cut, value: $0.key, lines: $0.value) }
                .sorted { ($0.value ?? "~") < ($1.value ?? "~") }
        }
    }

    private static func values(_ cut: Cut, of line: PlanStand.Line) -> [String?] {
        switch cut {
        case .all: [nil]
        case .pillar: line.pillars.isEmpty ? [nil] : line.pillars
        case .gender: [line.markers.gender.map(String.init)]
        case .child: [line.markers.child.map(String.init)]
        case .rights: [line.markers.rights.map(String.init)]
        }
    }

    /// Sums of what was given; nil where nobody gave any.
    func sum(_ amount: KeyPath<PlanStand.Line, Int?>) -> Int? {
        let given = lines.compactMap { $0[keyPath: amount] }
        return given.isEmpty ? nil : given.reduce(0, +)
    }

    var cells: [OverviewCell] {
        let part: OverviewCell =
            switch (cut, value) {
            case (.all, _): .word("all-actions")
            case (_, nil): .flag("not-said")
            case (.pillar, let pillar?): OverviewCell(.code(pillar, of: "plan-pillars"))
            case (_, let marker?): .word("marker-\(marker)")
            }
        let standings = PlanStand.Standing.allCases.map { standing in
            OverviewCell.number(lines.count { $0.standing == standing })
        }
        let head: [OverviewCell] = [.word(cut.rawValue), part, .number(lines.count)]
        return head + standings + [.number(sum(\.budget)), .number(sum(\.spent))]
    }
}

extension Registry {
    /// All plans that were in force on the day, each with its cuts.
    func planCuts(on day: CalendarDate, _ asking: Asking) throws -> OverviewTable {
        let rows = try plans(asking).flatMap { plan -> [[OverviewCell]] in
            guard let records = try planRecords(of: plan.record, asking, asOf: day) else { return [] }
            let head = OverviewCell.text(plan.title, record: plan.record)
            let stand = try planStand(of: plan.record, asking, on: day) ?? PlanStand(records, on: day)
            return PlanCut.parts(of: stand).map { part in
                [head] + part.cells + [records.plan.cell("currency")]
            }
        }
        return OverviewTable(
            ["plan", "cut", "part", "actions"] + PlanStand.Standing.allCases.map(\.rawValue)
                + ["budget", "spent", "currency"], rows)
    }
}
