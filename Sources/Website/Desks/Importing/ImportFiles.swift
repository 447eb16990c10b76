import Access
import Publication
import Vocabulary

/// What can be taken along from an import: its findings, and the rows to correct.
enum ImportFiles {
    /// All findings as CSV in the reader's language, UTF-8 with its mark as spreadsheets want it.
    static func findings(of job: ImportJob, _ visit: Visit) throws -> Answer {
        let texts = visit.exchange.texts
        let wording = FindingWording(texts: texts, book: visit.book)
        let head =
            ["row", "column", "weight", "code", "text"].map { texts["importing.column.\($0)"] }
            + [visit.wording["file.marking"]]
        let marking = visit.wording.marking(.restricted)
        return .file(
            .stream(type: "text/csv; charset=utf-8", length: nil) { send in
                try await send([0xEF, 0xBB, 0xBF] + line(head))
                try await job.notes.eachFinding { finding in
                    try await send(
                        line([
                            finding.place.row.map(String.init) ?? "", finding.place.column ?? "",
                            texts["importing.weight.\(finding.weight.rawValue)"], finding.code, wording.text(finding),
                            marking,
                        ]))
                    return true
                }
            }, name: "findings.csv", as: .importFindings, marked: .restricted)
    }

    /// The rows that wait to be corrected, as the importer wrote them.
    static func rows(of job: ImportJob) throws -> Answer {
        guard !job.notes.heldBack.isEmpty else { throw RequestRefusal.notFound }
        let log = job.notes.heldBack
        return .file(
            .stream(type: "text/csv; charset=utf-8", length: nil) { send in
                var number = 0
                while true {
                    let next = number
                    let stretch = try await Waiting.run { try log.stretch(next) }
                    if stretch.isEmpty { return }
                    try await send(stretch)
                    number += 1
                }
            }, name: "rows-to-correct.csv", as: .rowsToCorrect, marked: .restricted)
    }

    private static func line(_ cells: [String]) -> [UInt8] {
        var writer = CSVWriter()
        writer.write(cells)
        return writer.bytes
    }
}
