package import Intake
import Mechanisms
package import Vocabulary

/// A plan as it stands on a day: its table, and of each action whether it is done, late or silent.
package struct PlanStand: Sendable {
    /// How an action stands, as the board counts it.
    package enum Standing: String, Sendable, CaseIterable {
        /// Marked as done, with accepted evidence.
        case done
        /// Not done, and the latest reading of its deadline has passed.
        case late
        /// Something was reported within the time in which a plan wants to hear of it.
        case underWay = "under-way"
        /// Nothing was reported, nothing but a day to come, or nothing for a long time.
        case silent
        case abandoned
    }

    /// NB: a class that never changes, as ``LibraryDocument``: boards go through thousands of them (decision 0262).
    package final class Line: Sendable {
        package let record: RecordID
        package let action: PlanTable.Action
        package let standing: Standing
        package let deadline: Deadline?
        /// By how many days the deadline slipped since the first one; nil where it did not change or cannot be counted.
        package let slippage: Int?
        package let parties: [String]
        package let pillars: [String]
        package let markers: Markers
        /// In whole units of the plan's currency; nil where nobody said.
        package let budget: Int?
        package let spent: Int?
        /// The day of the newest state of play.
        package let heardOn: CalendarDate?

        init(_ action: RecordState, in records: PlanRecords, on day: CalendarDate, from start: CalendarDate) {
            let deadlines = records.deadlines(of: action.record)
            let current = deadlines.last { $0.state != "replaced" } ?? deadlines.last
            let reports = records.statesOfPlay(of: action.record)
            record = action.record
            self.action = PlanTable.Action(
                code: action.text("code") ?? "", label: action.text("label") ?? "",
                text: action.marked("text", "insertions"), timetable: current?.marked("words", "insertions") ?? .empty,
                responsible: action.marked("responsible", "responsible-insertions"),
                assessment: action.marked("assessment", "assessment-insertions"),
                stateOfPlay: reports.last?.marked("text", "insertions") ?? .empty, line: 0)
            deadline = current?.text("words").map(Deadline.init)
            slippage = PlanStand.Line.slippage(deadlines)
            parties = records.parties(of: action.record).compactMap { $0.text("name") }
            if case .codes(let codes)? = action.fields["pillars"] { pillars = codes } else { pillars = [] }
            markers = PlanStand.Markers(
                gender: action.given("gender-marker"), child: action.given("child-marker"),
                rights: action.given("rights-marker"))
            (budget, spent) = (action.given("budget"), action.given("spent"))
            let heard = records.heard(of: action.record)
            heardOn = heard?.lastDay("stands-on")
            let isLate = PlanStand.Line.isLate(current, heard, on: day, from: start)
            standing =
                switch action.state {
                case "done": .done
                case "abandoned": .abandoned
                case _ where isLate: .late
                default:
                    heardOn.map { $0.adding(days: PlanStand.silenceDays) >= day } ?? false ? .underWay : .silent
                }
        }
    }

    /// How far an action serves what cuts across all of them, from 0 to 2; nil where nobody said.
    package struct Markers: Sendable, Hashable {
        package let gender: Int?
        package let child: Int?
        package let rights: Int?
    }

    package struct Objective: Sendable {
        package let label: String
        package let number: Int
        package let text: MarkedText
        package let lines: [Line]
    }

    package struct Chapter: Sendable {
        package let number: Int
        package let title: String
        package let objectives: [Objective]
    }

    package let record: RecordID
    package let title: String
    package let reference: String?
    package let day: CalendarDate
    package let chapters: [Chapter]
    /// All actions, in the order of the table.
    package let lines: [Line]

    /// Days after which an action of which nothing more was heard counts as silent: half a year.
    package static let silenceDays = 183

    package init(_ records: PlanRecords, on day: CalendarDate) {
        record = records.plan.record
        title = records.plan.text("title") ?? ""
        reference = records.plan.text("reference")
        self.day = day
        let start = records.plan.lastDay("adopted-on") ?? records.plan.effective.start
        let byObjective = Dictionary(grouping: records.actions) { $0.link("part") }
        let parts = records.parts.sorted { $0.number("place") < $1.number("place") }
        let byChapter = Dictionary(grouping: parts.filter { $0.code("level") == "objective" }) { $0.link("within") }
        chapters = parts.filter { $0.code("level") == "chapter" }.map { chapter in
            let objectives = (byChapter[chapter.record] ?? []).map { objective in
                let actions = (byObjective[objective.record] ?? []).sorted { $0.number("place") < $1.number("place") }
                return Objective(
                    label: objective.text("label") ?? "", number: objective.number("place"),
                    text: objective.marked("text", "insertions"),
                    lines: actions.map { Line($0, in: records, on: day, from: start) })
            }
            return Chapter(
                number: chapter.number("place"), title: chapter.text("text") ?? "", objectives: objectives)
        }
        lines = chapters.flatMap(\.objectives).flatMap(\.lines)
    }
}

extension PlanStand.Line {
    fileprivate static func isLate(
        _ deadline: RecordState?, _ heard: RecordState?, on day: CalendarDate, from start: CalendarDate
    ) -> Bool {
        guard let deadline, deadline.state == "in-force" else { return false }
        return deadline.awaited(from: start, heardOn: heard?.lastDay("stands-on")).map { $0.latest < day } ?? false
    }

    fileprivate static func slippage(_ deadlines: [RecordState]) -> Int? {
        guard deadlines.count > 1, let first = deadlines.first?.lastDay("latest"),
            let last = deadlines.last?.lastDay("latest")
        else { return nil }
        return Int(last.daysSinceEpoch - first.daysSinceEpoch)
    }
}

extension RecordState {
    /// A text field with the passages that were inserted in it.
    func marked(_ field: String, _ marks: String) -> MarkedText {
        MarkedText(text(field) ?? "", marks: text(marks))
    }
}
