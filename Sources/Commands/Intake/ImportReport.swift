import Foundation
import Intake
import Mechanisms
import Vocabulary

/// What an import says at its end.
struct ImportReport {
    let summary: ImportSummary
    /// Events written.
    let events: Int
    let heldBack: LazyFile
    let findings: LazyFile

    func print(as format: OutputFormat) {
        switch format {
        case .json: Swift.print(json.text(indent: 2))
        case .csv:
            Swift.print("rowsRead,accepted,heldBack,alreadyKnown,persons,events")
            Swift.print(
                "\(summary.rowsRead),\(summary.accepted),\(summary.heldBack),\(summary.alreadyKnown),"
                    + "\(summary.persons),\(events)")
        case .text: Swift.print(text)
        }
        if summary.wasCancelled {
            Talk.say("Stopped. What is in stays; import the same file again to go on.")
        }
    }

    private var text: String {
        var lines = [
            "rows read      \(summary.rowsRead)  (\(summary.reading))",
            "  accepted     \(summary.accepted)",
            "  held back    \(summary.heldBack)",
            "  already known \(summary.alreadyKnown)",
            "persons        \(summary.persons)",
            "events written \(events)",
        ]
        for (code, count) in summary.findings.sorted(by: { $0.key < $1.key }) {
            lines.append("  finding \(code)  \(count) times")
        }
        if heldBack.isWritten { lines.append("rows to correct: \(heldBack.path)") }
        if findings.isWritten { lines.append("findings: \(findings.path)") }
        return lines.joined(separator: "\n")
    }

    private var json: JSON {
        let findingCounts = summary.findings.sorted { $0.key < $1.key }.map { code, count in
            JSON.Member(name: code, value: .number(count))
        }
        return .members([
            "rowsRead": .number(summary.rowsRead),
            "accepted": .number(summary.accepted),
            "heldBack": .number(summary.heldBack),
            "alreadyKnown": .number(summary.alreadyKnown),
            "noRecords": .number(summary.noRecords),
            "persons": .number(summary.persons),
            "events": .number(events),
            "cancelled": .boolean(summary.wasCancelled),
            "findings": .object(findingCounts),
            "heldBackFile": place(of: heldBack),
            "findingsFile": place(of: findings),
        ])
    }

    private func place(of file: LazyFile) -> JSON { file.isWritten ? .text(file.path) : .null }
}

/// A finding as a line of CSV.
enum FindingLine {
    static let header = "code,weight,row,column,message,remedy\n"

    static func bytes(_ finding: Finding) -> [UInt8] {
        let cells = [
            finding.code, finding.weight.rawValue, finding.place.row.map(String.init) ?? "",
            finding.place.column ?? "", finding.message, finding.remedy,
        ]
        return Array((cells.map(CSVText.cell).joined(separator: ",") + "\n").utf8)
    }
}
