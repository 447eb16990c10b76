package import Vocabulary

/// A code list or a mapping as its file holds it: lines `# name: …` first, then a header, then rows without quotes.
///
/// The form is plain CSV so that people can keep it in a spreadsheet; ids need no quoting, so a quote is a mistake.
package struct ListFile: Sendable {
    /// The lines before the header: `name`, `version`, `source`.
    package let remarks: [String: String]
    package let header: [String]
    /// Cells by the columns of the header, with the number of the line.
    package let rows: [(line: Int, cells: [String])]

    /// - Parameter file: Its name, for messages.
    package init(_ text: String, file: String) throws(ListFailure) {
        var remarks: [String: String] = [:]
        var header: [String]?
        var rows: [(line: Int, cells: [String])] = []
        // Swift takes CR and LF together as one Character, so all three kinds of line end are new lines here.
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        for (place, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
            if line.hasPrefix("#") {
                let parts = line.dropFirst().split(separator: ":", maxSplits: 1)
                if parts.count == 2, header == nil { remarks[ListFile.trimmed(parts[0])] = ListFile.trimmed(parts[1]) }
                continue
            }
            guard !line.contains("\"") else { throw .quoted(file: file, line: place + 1) }
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(ListFile.trimmed)
            guard let columns = header else {
                header = cells
                continue
            }
            guard cells.count == columns.count else {
                throw .ragged(file: file, line: place + 1, found: cells.count, expected: columns.count)
            }
            rows.append((place + 1, cells))
        }
        guard let header else { throw .empty(file: file) }
        self.remarks = remarks
        self.header = header
        self.rows = rows
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        var part = text[...]
        while part.first?.isWhitespace == true { part = part.dropFirst() }
        while part.last?.isWhitespace == true { part = part.dropLast() }
        return String(part)
    }

    func column(_ name: String, in file: String) throws(ListFailure) -> Int {
        guard let place = header.firstIndex(of: name) else { throw .columnMissing(file: file, column: name) }
        return place
    }
}

extension CodeList {
    /// The code list of a file with the columns `id`, `parent`, `retired` (`yes` or empty).
    package init(text: String, file: String) throws(ListFailure) {
        let list = try ListFile(text, file: file)
        let places = try (
            id: list.column("id", in: file), parent: list.column("parent", in: file),
            retired: list.column("retired", in: file)
        )
        let codes = list.rows.map { row in
            Code(
                id: row.cells[places.id], parent: row.cells[places.parent].isEmpty ? nil : row.cells[places.parent],
                isRetired: row.cells[places.retired] == "yes")
        }
        guard let name = list.remarks["name"], let version = list.remarks["version"] else {
            throw .remarkMissing(file: file)
        }
        let made = CodeList(name: name, version: version, source: list.remarks["source"] ?? "", codes: codes)
        guard let made else { throw .inconsistent(file: file) }
        self = made
    }
}

extension CodeMapping {
    /// The mapping of a file called `from--to` with the columns `from` and `to`.
    package init(text: String, file: String) throws(ListFailure) {
        let list = try ListFile(text, file: file)
        let from = try list.column("from", in: file)
        let to = try list.column("to", in: file)
        let ends = (list.remarks["name"] ?? "").split(separator: "--")
        guard ends.count == 2, let version = list.remarks["version"] else { throw .remarkMissing(file: file) }
        var pairs: [String: String] = [:]
        for row in list.rows where pairs.updateValue(row.cells[to], forKey: row.cells[from]) != nil {
            throw .repeated(file: file, line: row.line)
        }
        self.init(
            from: String(ends[0]), to: String(ends[1]), version: version, source: list.remarks["source"] ?? "",
            pairs: pairs)
    }
}
