package import Intake
package import Mechanisms
package import Vocabulary

// Goals, in order: (1) the table comes out again cell by cell; (2) nothing that is there is rewritten: what changed since
// is a new entry, a new deadline, or a correction with its reason; (3) the same table again changes nothing.

/// What a plan's table makes of the records of the plan: commands for all that is not there yet.
package struct PlanImport {
    private let table: PlanTable
    private let present: PlanRecords?
    private let day: CalendarDate
    private let plan: RecordID
    private var makeID: () -> RecordID
    /// Actions that are there already, by their codes.
    private let knownActions: [String: RecordState]
    package private(set) var commands: [Command] = []
    package private(set) var findings: [Finding] = []

    /// - Parameters:
    ///   - table: Its date must be known.
    ///   - present: All records of the plan that it continues; nil for a plan that is not there.
    ///   - makeID: Makes ids of new records.
    /// - Throws: ``IntakeFailure/planUnnamed``, ``IntakeFailure/planOutOfOrder(table:present:)``.
    package init(
        _ table: PlanTable, onto present: PlanRecords?, makeID: @escaping () -> RecordID
    ) throws(IntakeFailure) {
        guard let day = table.date, !table.title.isEmpty else { throw .planUnnamed }
        if let present, present.lastChange > day {
            throw .planOutOfOrder(table: day, present: present.lastChange)
        }
        self.table = table
        self.present = present
        self.day = day
        self.makeID = makeID
        knownActions = Dictionary(
            (present?.actions ?? []).map { ($0.text("code") ?? "", $0) }, uniquingKeysWith: { first, _ in first })
        plan = present?.plan.record ?? makeID()
        takePlan()
        for (place, chapter) in table.chapters.enumerated() { take(chapter, place + 1) }
    }

    private mutating func takePlan() {
        var changes: [String: FieldValue] = ["title": .text(table.title)]
        changes["reference"] = table.reference.map(FieldValue.text)
        guard let present else {
            commands.append(command("plan", plan, "adopt", changes))
            return
        }
        correct(present.plan, changes)
    }

    private mutating func take(_ chapter: PlanTable.Chapter, _ place: Int) {
        let record = part(
            "chapter", place, within: nil, label: "\(chapter.number).", MarkedText(chapter.title))
        for (place, objective) in chapter.objectives.enumerated() {
            let record = part("objective", place + 1, within: record, label: objective.label, objective.text)
            for (place, action) in objective.actions.enumerated() { take(action, place + 1, in: record) }
        }
    }

    private mutating func part(
        _ level: String, _ place: Int, within: RecordID?, label: String, _ text: MarkedText
    ) -> RecordID {
        var changes: [String: FieldValue] = [
            "plan": .link(plan), "level": .code(level), "place": .integer(place),
        ]
        changes["within"] = within.map(FieldValue.link)
        changes["label"] = label.isEmpty ? nil : .text(label)
        changes.take(text, "text", "insertions")
        let known = present?.parts.first {
            $0.code("level") == level && $0.number("place") == place && $0.link("within") == within
        }
        if let known {
            correct(known, changes)
            return known.record
        }
        let record = makeID()
        commands.append(command("plan-part", record, "set", changes))
        return record
    }

    private mutating func take(_ action: PlanTable.Action, _ place: Int, in part: RecordID) {
        var changes: [String: FieldValue] = [
            "plan": .link(plan), "part": .link(part), "place": .integer(place), "code": .text(action.code),
        ]
        changes["label"] = action.label.isEmpty ? nil : .text(action.label)
        changes.take(action.text, "text", "insertions")
        changes.take(action.responsible, "responsible", "responsible-insertions")
        changes.take(action.assessment, "assessment", "assessment-insertions")
        let known = knownActions[action.code]
        let record = known?.record ?? makeID()
        if let known {
            let cells = ["text", "responsible", "assessment"].filter { known.text($0) != changes.text($0) }
            if !cells.isEmpty { note(action, cells) }
            correct(known, changes)
        } else {
            commands.append(command("plan-action", record, "set", changes))
        }
        takeParties(of: action, record)
        takeDeadline(of: action, record)
        takeStateOfPlay(of: action, record)
    }

    private mutating func takeParties(of action: PlanTable.Action, _ record: RecordID) {
        let known = Set(present?.parties(of: record).compactMap { $0.text("name") } ?? [])
        for party in ResponsibleParties(action.responsible.text).parties where !known.contains(party.name) {
            commands.append(
                command(
                    "action-party", makeID(), "name",
                    [
                        "plan": .link(plan), "action": .link(record), "name": .text(party.name),
                        "role": .code(party.role.rawValue),
                    ]))
        }
    }

    private mutating func takeDeadline(of action: PlanTable.Action, _ record: RecordID) {
        let former = present?.deadlines(of: record).last { $0.state != "replaced" }
        guard !action.timetable.isEmpty, former?.text("words") != action.timetable.text else { return }
        var changes: [String: FieldValue] = [
            "plan": .link(plan), "action": .link(record), "set-on": .period(.day(day)),
        ]
        changes.take(action.timetable, "words", "insertions")
        changes["replaces"] = former.map { .link($0.record) }
        commands.append(command("action-deadline", makeID(), "set", changes))
        if let former, former.state == "in-force" {
            commands.append(
                command("action-deadline", former.record, "replace", [:], onto: former.version, because: reason))
        }
    }

    private mutating func takeStateOfPlay(of action: PlanTable.Action, _ record: RecordID) {
        let former = present?.statesOfPlay(of: record).last
        guard !action.stateOfPlay.isEmpty, former?.text("text") != action.stateOfPlay.text else { return }
        var changes: [String: FieldValue] = [
            "plan": .link(plan), "actions": .links([record]), "stands-on": .period(.day(day)),
        ]
        changes.take(action.stateOfPlay, "text", "insertions")
        switch StateOfPlayCheck(action.stateOfPlay.text, on: day).meaning {
        case .dayToCome: changes["status"] = .code("not-reported")
        case .noAnswer: changes["status"] = .code("no-answer")
        // Whether it is done, nobody can read off words.
        case .reported, .nothing: break
        }
        commands.append(command("state-of-play", makeID(), "report", changes))
    }

    /// Sets right what reads otherwise now; what became empty stays, since the earlier table had it.
    private mutating func correct(_ known: RecordState, _ changes: [String: FieldValue]) {
        let changed = changes.filter { known.fields[$0.key] != $0.value }
        // What is done or ended is not reworded; the finding says that it reads otherwise.
        guard !changed.isEmpty, ["open", "in-force"].contains(known.state) else { return }
        commands.append(
            command(known.mechanism, known.record, "correct", changed, onto: known.version, because: reason))
    }

    private var reason: String { "as the table of \(day) has it\(table.reference.map { " (\($0))" } ?? "")" }

    private mutating func note(_ action: PlanTable.Action, _ cells: [String]) {
        findings.append(PlanFinding.wordingChanged.changed(action, cells))
    }

    private func command(
        _ mechanism: String, _ record: RecordID, _ step: String, _ changes: [String: FieldValue],
        onto version: Int = 0, because reason: String? = nil
    ) -> Command {
        Command(
            mechanism: mechanism, record: record, transition: step, expectedVersion: version, changes: changes,
            effective: .day(day), reason: reason)
    }
}

extension [String: FieldValue] {
    /// A cell as two fields; an empty one as none.
    fileprivate mutating func take(_ cell: MarkedText, _ field: String, _ marks: String) {
        self[field] = cell.isEmpty ? nil : .text(cell.text)
        self[marks] = cell.marks.map(FieldValue.text)
    }

    fileprivate func text(_ field: String) -> String? {
        if case .text(let text)? = self[field] { text } else { nil }
    }
}
