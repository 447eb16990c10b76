import Access
import Intake
import Mechanisms
import Registry
import Vocabulary

/// A plan's table as lines of text, CSV or JSON.
struct PlanLines {
    let stand: PlanStand

    init(_ stand: PlanStand) { self.stand = stand }

    private static let header = [
        "chapter", "code", "objective", "action", "timetable", "responsible", "assessment", "state-of-play", "standing",
        "latest", "slippage-days", "marking",
    ]

    func printCSV() {
        print(PlanLines.header.joined(separator: ","))
        for row in stand.tableRows {
            print(
                CSVText.line(
                    [row.chapter, row.line.action.code] + row.cells + [
                        row.line.standing.rawValue, row.line.deadline?.latest?.description ?? "",
                        row.line.slippage.map(String.init) ?? "", Marking.professionals.rawValue,
                    ]))
        }
    }

    func printText() {
        print(stand.title)
        print(
            "\(stand.reference.map { "\($0), " } ?? "")as of \(stand.day). Marking: \(Marking.professionals.rawValue)")
        var chapter = ""
        for row in stand.tableRows {
            if row.chapter != chapter {
                chapter = row.chapter
                print("\n\(chapter)\n")
                PlanLines.printColumns(PlanTable.Column.allCases.map(\.rawValue))
            }
            PlanLines.printColumns(row.cells)
        }
        print("\n" + PlanStand.Standing.allCases.map { "\($0.rawValue) \(stand.count($0))" }.joined(separator: ", "))
    }

    private static let widths = [24, 36, 14, 20, 28, 36]

    /// Six cells side by side, each wrapped to its width.
    private static func printColumns(_ cells: [String]) {
        let wrapped = zip(cells, widths).map { cell, width in wrap(cell, width) }
        for place in 0..<(wrapped.map(\.count).max() ?? 0) {
            let pieces = zip(wrapped, widths).map { lines, width in
                let text = place < lines.count ? lines[place] : ""
                return text + String(repeating: " ", count: max(0, width - text.count))
            }
            print(pieces.joined(separator: "  "))
        }
        print("")
    }

    private static func wrap(_ text: String, _ width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    var json: JSON {
        .members([
            "plan": .text(stand.record.description), "title": .text(stand.title),
            "reference": stand.reference.map(JSON.text) ?? .null, "asOf": .text(stand.day.description),
            "marking": .text(Marking.professionals.rawValue),
            "actions": .array(
                stand.tableRows.map { row in
                    .members([
                        "code": .text(row.line.action.code), "record": .text(row.line.record.description),
                        "chapter": .text(row.chapter), "objective": .text(row.cells[0]), "action": .text(row.cells[1]),
                        "timetable": .text(row.cells[2]), "responsible": .text(row.cells[3]),
                        "parties": .array(row.line.parties.map(JSON.text)), "assessment": .text(row.cells[4]),
                        "stateOfPlay": .text(row.cells[5]), "standing": .text(row.line.standing.rawValue),
                        "deadlineKind": row.line.deadline?.kind.map { .text($0.rawValue) } ?? .null,
                        "earliest": row.line.deadline?.earliest.map { .text($0.description) } ?? .null,
                        "latest": row.line.deadline?.latest.map { .text($0.description) } ?? .null,
                        "slippageDays": row.line.slippage.map(JSON.number) ?? .null,
                    ])
                }),
        ])
    }
}
