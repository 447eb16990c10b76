package import Intake
package import Vocabulary

/// The six-column table of a plan, row by row.
extension PlanStand {
    /// One action; the objective stands in its first row only, as in the table.
    package struct TableRow: Sendable {
        package let chapter: String
        /// The six cells, in their order.
        package let cells: [String]
        package let line: Line
    }

    package var tableRows: [TableRow] {
        chapters.flatMap { chapter in
            chapter.objectives.flatMap { objective in
                objective.lines.enumerated().map { place, line in
                    TableRow(
                        chapter: "\(chapter.number). \(chapter.title)",
                        cells: [place == 0 ? PlanStand.joined(objective.label, objective.text.text) : ""]
                            + [PlanStand.joined(line.action.label, line.action.text.text)]
                            + PlanTable.Column.allCases.dropFirst(2).map { line.action[$0].text }, line: line)
                }
            }
        }
    }

    /// Actions that stand so.
    package func count(_ standing: Standing) -> Int { lines.count { $0.standing == standing } }

    private static func joined(_ label: String, _ text: String) -> String { label.isEmpty ? text : "\(label) \(text)" }

    /// What a plan begins with that goes on where this one ends: its parts, and the actions that were neither done nor given
    /// up, under their codes and with their deadlines; no state of play, since nobody reported one under the new plan.
    package func unfinished(titled title: String, reference: String?, on day: CalendarDate) -> PlanTable {
        let chapters = chapters.map { chapter in
            PlanTable.Chapter(
                number: chapter.number, title: chapter.title,
                objectives: chapter.objectives.map { objective in
                    let left = objective.lines.filter { ![.done, .abandoned].contains($0.standing) }
                    return PlanTable.Objective(
                        label: objective.label, number: objective.number, text: objective.text,
                        actions: left.map(\.action.withoutStateOfPlay))
                })
        }
        return PlanTable(reference: reference, date: day, title: title, chapters: chapters)
    }
}

extension PlanTable.Action {
    fileprivate var withoutStateOfPlay: PlanTable.Action {
        PlanTable.Action(
            code: code, label: label, text: text, timetable: timetable, responsible: responsible,
            assessment: assessment, stateOfPlay: .empty, line: line)
    }
}
