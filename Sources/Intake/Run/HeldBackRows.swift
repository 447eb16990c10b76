import Vocabulary

/// The file of rows that wait to be corrected: the columns of the source, and what is wrong with each row.
///
/// UTF-8 with its mark, separated by commas: what every spreadsheet opens and what is found out without any statement.
struct HeldBackRows {
    private let words: (Finding) -> String
    private let write: ([UInt8]) throws -> Void
    private var writer: CSVWriter?

    /// - Parameter words: What is said of a row, behind the code of each finding.
    init(words: @escaping (Finding) -> String, write: @escaping ([UInt8]) throws -> Void) {
        self.words = words
        self.write = write
    }

    /// Adds a row; the first one brings the header with it.
    mutating func add(_ row: Row, under header: Header, _ findings: [Finding]) throws {
        if writer == nil {
            writer = try CSVWriter(write: write)
            try writer?.write(
                header.row, count: header.count, width: header.row.count, and: Header.findingsColumn)
        }
        let texts = findings.map { finding in
            let column = finding.place.column.map { " \($0):" } ?? ""
            return "\(finding.code)\(column) \(words(finding))"
        }
        try writer?.write(
            row, count: header.count, width: header.row.count, and: texts.joined(separator: " | "))
    }
}
