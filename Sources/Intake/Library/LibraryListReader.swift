package import Vocabulary

/// Reads a list of papers with what is said of each: a table with a header, CSV or the first sheet of a workbook.
///
/// Columns are found by their names, in any order: `file`, and where there is something to say `number`, `title`, `body`,
/// `dated`, `language`, `kind`, `marking`, `pillars` (codes with a semicolon between) and `named-by`: the number or title of
/// the paper that lists it. A row without a file is about a paper that is wanted.
package struct LibraryListReader {
    package struct Row: Hashable, Sendable {
        /// Of the list, from 1.
        package let line: Int
        /// As it stands in the list: from the folder in which the list lies; nil for a paper that nobody has.
        package let file: String?
        package let number: String?
        package let title: String?
        package let authorBody: String?
        package let dated: Period?
        package let language: String?
        package let kind: String?
        package let marking: String?
        package let pillars: [String]
        /// Number or title of the paper that lists it.
        package let namedBy: String?

        package init(
            line: Int, file: String?, number: String?, title: String?, authorBody: String?, dated: Period?,
            language: String?, kind: String?, marking: String?, pillars: [String], namedBy: String? = nil
        ) {
            (self.line, self.file, self.number, self.title) = (line, file, number, title)
            (self.authorBody, self.dated, self.language, self.kind) = (authorBody, dated, language, kind)
            (self.marking, self.pillars, self.namedBy) = (marking, pillars, namedBy)
        }
    }

    private static let needed = ["file"]
    private static let known = Set(
        needed + ["number", "title", "body", "dated", "language", "kind", "marking", "pillars", "named-by"])

    /// - Throws: ``IntakeFailure`` where the list cannot be read, or lacks a column.
    package static func read(_ source: any ByteSource) throws(IntakeFailure) -> (rows: [Row], findings: [Finding]) {
        let table = try NamedColumns(source, needed: needed, known: known)
        var findings = table.findings
        let rows = table.lines.compactMap { row($0, &findings) }
        return (rows, findings)
    }

    private static func row(_ line: NamedColumns.Line, _ findings: inout [Finding]) -> Row? {
        guard line["file"] ?? line["number"] ?? line["title"] != nil else {
            findings.append(
                LibraryFinding.cellEmpty.finding(
                    line: line.number, "file", "The row says neither a file nor a number or a title.",
                    remedy: "Write the name of the file, as it is from the folder of the list; of a paper that nobody "
                        + "has, its number or title."))
            return nil
        }
        let dated = line["dated"].flatMap { Period($0) }
        if let text = line["dated"], dated == nil {
            findings.append(
                LibraryFinding.dayUnread.finding(
                    line: line.number, "dated", "“\(text)” is no date; the paper stays out.",
                    remedy: "Write 2006-12-11, 2006-12, 2006-Q4 or 2006.", about: [text]))
            return nil
        }
        let pillars = line["pillars"]?.split { $0 == ";" || $0.isWhitespace }.map(String.init) ?? []
        return Row(
            line: line.number, file: line["file"], number: line["number"], title: line["title"],
            authorBody: line["body"], dated: dated, language: line["language"], kind: line["kind"],
            marking: line["marking"], pillars: pillars,
            namedBy: line["named-by"])
    }
}
