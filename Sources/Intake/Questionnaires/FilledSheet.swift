/// Answers to a questionnaire as a table has them, one a row: the key of the question, and the answer.
package struct FilledSheet: Sendable {
    package struct Row: Sendable, Equatable {
        /// In the file, the header being the first.
        package let number: Int
        package let key: String
        /// As written; of a question for a file, where the file is. Never empty: what was left empty is no row.
        package let answer: String
    }

    package let rows: [Row]

    /// Reads the columns `key` and `answer` of CSV, or of the first sheet of a workbook; other columns say nothing.
    ///
    /// - Throws: ``IntakeFailure`` where the file cannot be read or lacks a column, or where a question is answered twice.
    package init(_ source: any ByteSource) throws(IntakeFailure) {
        let table = try NamedColumns(source, needed: ["key", "answer"], known: [])
        rows = table.lines.compactMap { line in
            guard let key = line["key"], let answer = line["answer"] else { return nil }
            return Row(number: line.number, key: String(key.filter { !$0.isWhitespace }), answer: answer)
        }
        var seen: Set<String> = []
        let twice = rows.filter { !seen.insert($0.key).inserted }
        guard twice.isEmpty else {
            throw .answersFaulty(twice.map { .init(row: $0.number, message: "“\($0.key)” is answered twice") })
        }
    }
}
