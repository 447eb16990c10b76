package import Vocabulary

/// Reads a plan from a table with a header, the layout `table`: CSV or the first sheet of a workbook, one action a row.
///
/// Columns are found by their names, in any order: `chapter`, `objective`, `action`, `timetable`, `responsible`,
/// `assessment`, `state-of-play`. Chapter and objective may stay empty where they are those of the row above. Only
/// `action` must be there; other columns are left out, and said.
package struct TablePlanReader {
    private var table: PlanTable
    private var findings: [Finding] = []
    private let places: [String: Int]
    private var codes: Set<String> = []

    /// - Parameters:
    ///   - title: Of the plan.
    ///   - reference: By which it is known again; nil where it has none.
    ///   - date: As of which the states of play are.
    /// - Throws: ``IntakeFailure`` where the file cannot be read or has no action.
    package static func read(
        _ source: any ByteSource, title: String, reference: String?, date: CalendarDate?
    ) throws(IntakeFailure) -> (table: PlanTable, findings: [Finding]) {
        let rows = try WholeTable(source)
        var places: [String: Int] = [:]
        for (place, name) in rows.header.enumerated() {
            let folded = name.lowercased().split { " _-".contains($0) }.joined(separator: "-")
            guard places.updateValue(place, forKey: folded) == nil else { throw .columnRepeated(names: [name]) }
        }
        guard places["action"] != nil else {
            throw .columnsMissing([.init(name: "action", resembling: nil)], delimiter: nil)
        }
        var reader = TablePlanReader(
            table: PlanTable(reference: reference, date: date, title: title), places: places)
        for name in places.keys.sorted() where !columns.contains(name) {
            reader.findings.append(
                FindingKind.columnUnread.finding(
                    row: 1, column: name, "The layout has no column “\(name)”; it was left out.",
                    remedy: "Nothing, if it is not needed.", about: [name]))
        }
        for row in rows.rows { reader.take(row.cells, row.number) }
        guard !reader.table.actions.isEmpty else { throw .noPlan(file: source.name, layout: "table") }
        return (reader.table, reader.findings)
    }

    private static let columns: Set = [
        "chapter", "objective", "action", "timetable", "responsible", "assessment", "state-of-play",
    ]

    private init(table: PlanTable, places: [String: Int]) {
        self.table = table
        self.places = places
    }

    private mutating func take(_ cells: [String], _ line: Int) {
        func cell(_ name: String) -> MarkedText {
            guard let place = places[name], place < cells.count else { return .empty }
            return MarkedText(markup: cells[place][...])
        }
        let text = cell("action")
        guard !text.isEmpty else {
            findings.append(
                PlanFinding.rowShape.finding(
                    line: line, .action, "The row names no action; it was not taken in.",
                    remedy: "Write the action into its cell."))
            return
        }
        openChapter(cell("chapter"))
        openObjective(cell("objective"))
        let (chapter, objective) = (
            table.chapters.count - 1, table.chapters[table.chapters.count - 1].objectives.count - 1
        )
        let place = table.chapters[chapter].objectives[objective].actions.count + 1
        let label = PlanLabel(text.text)
        let code = "\(table.chapters[chapter].number).\(objective + 1).\(label?.mark ?? "\(place)")"
        let own = distinct(code, place)
        table.chapters[chapter].objectives[objective].actions.append(
            PlanTable.Action(
                code: own, label: label?.text ?? "",
                text: text.dropping(first: label?.text.count ?? 0), timetable: cell("timetable"),
                responsible: cell("responsible"), assessment: cell("assessment"), stateOfPlay: cell("state-of-play"),
                line: line))
    }

    /// A letter that stands twice in an objective would make two actions one.
    private mutating func distinct(_ code: String, _ place: Int) -> String {
        let distinct = codes.contains(code) ? "\(code)-\(place)" : code
        codes.insert(distinct)
        return distinct
    }

    private mutating func openChapter(_ cell: MarkedText) {
        let label = PlanLabel(cell.text)
        let title = cell.dropping(first: label?.text.count ?? 0).text
        if let last = table.chapters.last, cell.isEmpty || last.title == title { return }
        table.chapters.append(
            PlanTable.Chapter(
                number: table.chapters.count + 1, title: title.isEmpty ? table.title : title, objectives: []))
    }

    private mutating func openObjective(_ cell: MarkedText) {
        let chapter = table.chapters.count - 1
        let label = PlanLabel(cell.text)
        let text = cell.dropping(first: label?.text.count ?? 0)
        let last = table.chapters[chapter].objectives.last
        if let last, cell.isEmpty || last.text == text { return }
        table.chapters[chapter].objectives.append(
            PlanTable.Objective(
                label: label?.text ?? "", number: table.chapters[chapter].objectives.count + 1,
                text: text.isEmpty ? MarkedText(table.chapters[chapter].title) : text, actions: []))
    }
}
