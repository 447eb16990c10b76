import Vocabulary

/// B100–B199: what is wrong with a file of codes.
package enum ListFailure: CodedFailure, Hashable {
    /// B101: the file has no header line.
    case empty(file: String)
    /// B102: a line has more or fewer cells than the header.
    case ragged(file: String, line: Int, found: Int, expected: Int)
    /// B103: a quoted cell; ids need no quotes.
    case quoted(file: String, line: Int)
    /// B104: a column that is needed is not there.
    case columnMissing(file: String, column: String)
    /// B105: the line `# name:` or `# version:` is missing.
    case remarkMissing(file: String)
    /// B106: an id stands twice, or a parent is not in the list.
    case inconsistent(file: String)
    /// B107: a code is mapped twice.
    case repeated(file: String, line: Int)
    /// B108: a bucket rule that names a list, mapping or bucket that is not there.
    case rule(file: String, detail: String)

    package var code: String {
        switch self {
        case .empty: "B101"
        case .ragged: "B102"
        case .quoted: "B103"
        case .columnMissing: "B104"
        case .remarkMissing: "B105"
        case .inconsistent: "B106"
        case .repeated: "B107"
        case .rule: "B108"
        }
    }

    package var message: String {
        switch self {
        case .empty(let file): "The file “\(file)” has no header line. Give it one: id,parent,retired."
        case .ragged(let file, let line, let found, let expected):
            "“\(file)”, line \(line): \(found) cells where the header has \(expected). Add or remove a comma."
        case .quoted(let file, let line): "“\(file)”, line \(line): ids are written without quotes. Remove them."
        case .columnMissing(let file, let column): "“\(file)” has no column “\(column)”. Add it to the header line."
        case .remarkMissing(let file):
            "“\(file)” does not say its name or version. Begin it with “# name: …” and “# version: …”."
        case .inconsistent(let file):
            "“\(file)” holds an id twice, or a parent that is not among its ids. Correct the rows."
        case .repeated(let file, let line): "“\(file)”, line \(line): the code is mapped already. Keep one of the two."
        case .rule(let file, let detail): "The bucket rule “\(file)” \(detail). Correct it."
        }
    }
}
