package import Vocabulary

// Goals, in order: (1) every cell as the file has it: nothing is corrected, merged or left out; (2) what looks wrong is
// said with its line; (3) the layout of the Council's tables of 2006 (decision 0191).

/// Reads a table of actions in the layout `council-2006`: chapters in capitals, six cells separated by tabs, some cells as
/// paragraphs with marks, rules made of dashes.
package struct CouncilTableReader {
    private var table = PlanTable(title: "")
    private var findings: [Finding] = []
    private var isInTable = false

    /// - Parameters:
    ///   - bytes: The file, UTF-8.
    ///   - name: Its name, for failures.
    /// - Returns: The table, and all that somebody should know of it.
    /// - Throws: ``IntakeFailure/planNotText(file:)``, ``IntakeFailure/noPlan(file:layout:)``.
    package static func read(
        _ bytes: [UInt8], named name: String
    ) throws(IntakeFailure) -> (table: PlanTable, findings: [Finding]) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .planNotText(file: name) }
        var reader = CouncilTableReader()
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            reader.take(line, number)
        }
        guard !reader.table.actions.isEmpty else { throw .noPlan(file: name, layout: "council-2006") }
        if reader.table.date == nil {
            reader.note(
                .undated, nil, nil, "The file does not say as of which day the table is.",
                remedy: "Give the day with --as-of.")
        }
        return (reader.table, reader.findings)
    }

    private mutating func take(_ line: Substring, _ number: Int) {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            .map { MarkedText(markup: $0) }
        let first = cells[0].text
        if cells.allSatisfy({ $0.text.allSatisfy { $0 == "-" } }) { return }
        if let chapter = CouncilTableReader.chapter(of: cells) {
            isInTable = true
            table.chapters.append(chapter)
            checkChapter(chapter, number)
        } else if !isInTable {
            readHead(first, number)
        } else if cells.count > 1, PlanLabel.fold(first) == "objective", PlanLabel.fold(cells[1].text) == "action" {
            checkHeadings(cells, number)
        } else {
            takeRow(cells, number)
        }
    }

    /// “2. SCOPING …”: a number and a title in capitals, and nothing beside them.
    private static func chapter(of cells: [MarkedText]) -> PlanTable.Chapter? {
        guard cells.dropFirst().allSatisfy(\.isEmpty), let label = PlanLabel(cells[0].text), let number = label.number
        else { return nil }
        let title = cells[0].dropping(first: label.text.count).text
        guard title.contains(where: \.isLetter), !title.contains(where: \.isLowercase) else { return nil }
        return PlanTable.Chapter(number: number, title: title, objectives: [])
    }

    private mutating func checkChapter(_ chapter: PlanTable.Chapter, _ line: Int) {
        guard chapter.number != table.chapters.count else { return }
        note(
            .numbering, line, nil,
            "The chapter after the \(table.chapters.count - 1). has the number \(chapter.number).",
            remedy: "Look whether a chapter is missing.", about: ["\(chapter.number)"])
    }

    private mutating func checkHeadings(_ cells: [MarkedText], _ line: Int) {
        let named = cells.map(\.text)
        let lacking = PlanTable.Column.allCases.filter { $0.place >= named.count || named[$0.place].isEmpty }
        guard !lacking.isEmpty else { return }
        note(
            .headingsDiffer, line, nil,
            "The headings of this chapter name \(6 - lacking.count) columns; its rows have six. "
                + "“\(lacking.map(\.rawValue).joined(separator: "”, “"))” is missing.",
            remedy: "Nothing, if the cells stand in the usual order; they were read so.",
            about: lacking.map(\.rawValue))
    }

    private mutating func takeRow(_ cells: [MarkedText], _ line: Int) {
        let columns = PlanTable.Column.allCases.count
        guard cells.count == columns, let chapter = table.chapters.indices.last else {
            note(
                .rowShape, line, nil, "The row has \(cells.count) cells, not six; it was not taken in.",
                remedy: "Correct the file: six cells, separated by tabs.", about: ["\(cells.count)"])
            return
        }
        if !cells[0].isEmpty { open(cells[0], in: chapter, line) }
        guard let objective = table.chapters[chapter].objectives.indices.last else {
            note(
                .rowShape, line, .objective, "The row comes before any objective; it was not taken in.",
                remedy: "Write the objective into the first cell.")
            return
        }
        guard !cells[1].isEmpty else {
            note(
                .rowShape, line, .action, "The row names no action; it was not taken in.",
                remedy: "Write the action into the second cell.")
            return
        }
        let action = action(cells, in: table.chapters[chapter], objective, line)
        table.chapters[chapter].objectives[objective].actions.append(action)
    }

    private mutating func open(_ cell: MarkedText, in chapter: Int, _ line: Int) {
        let label = PlanLabel(cell.text)
        let place = table.chapters[chapter].objectives.count + 1
        if label?.number != place {
            note(
                .numbering, line, .objective,
                "The \(place). objective of the chapter is labelled “\(label?.text ?? "")”.",
                remedy: "Look whether an objective is missing.", about: [label?.text ?? ""])
        }
        table.chapters[chapter].objectives.append(
            PlanTable.Objective(
                label: label?.text ?? "", number: label?.number ?? place,
                text: cell.dropping(first: label?.text.count ?? 0), actions: []))
    }

    private mutating func action(
        _ cells: [MarkedText], in chapter: PlanTable.Chapter, _ objective: Int, _ line: Int
    ) -> PlanTable.Action {
        let label = PlanLabel(cells[1].text)
        let place = chapter.objectives[objective].actions.count + 1
        if label?.letter != place {
            note(
                .numbering, line, .action,
                "The \(place). action of the objective is labelled “\(label?.text ?? "")”.",
                remedy: "Look whether an action is missing.", about: [label?.text ?? ""])
        }
        let mark = label.map(\.mark) ?? "\(place)"
        return PlanTable.Action(
            code: "\(chapter.number).\(chapter.objectives[objective].number).\(mark)", label: label?.text ?? "",
            text: cells[1].dropping(first: label?.text.count ?? 0), timetable: cells[2], responsible: cells[3],
            assessment: cells[4], stateOfPlay: cells[5], line: line)
    }

    /// Place and day, number, predecessor, subject.
    private mutating func readHead(_ line: String, _ number: Int) {
        let documents = DocumentNumberReader.numbers(in: line)
        if let value = CouncilTableReader.value(of: line, after: "subject") {
            table.title = value
        } else if PlanLabel.fold(line).contains("prev.doc") || PlanLabel.fold(line).contains("prev. doc") {
            table.predecessors = documents
            for document in documents {
                note(
                    .predecessor, number, nil, "The document takes the place of \(document); “No” stands for number.",
                    remedy: "Import that one too, if the earlier state is wanted.", about: [document])
            }
        } else if table.reference == nil, let own = documents.first, own == line {
            table.reference = own
        } else if table.date == nil, let comma = line.firstIndex(of: ",") {
            let day = Deadline(String(line[line.index(after: comma)...]))
            if day.earliest == day.latest, let found = day.latest { table.date = found }
        }
    }

    private static func value(of line: String, after word: String) -> String? {
        guard PlanLabel.fold(line).hasPrefix(word), let colon = line.firstIndex(of: ":") else { return nil }
        return String(line[line.index(after: colon)...].drop(while: \.isWhitespace))
    }

    private mutating func note(
        _ kind: PlanFinding, _ line: Int?, _ column: PlanTable.Column?, _ message: String, remedy: String,
        about: [String] = []
    ) {
        findings.append(kind.finding(line: line, column, message, remedy: remedy, about: about))
    }
}

extension PlanTable.Column {
    /// From 0.
    var place: Int { PlanTable.Column.allCases.firstIndex(of: self) ?? 0 }
}
