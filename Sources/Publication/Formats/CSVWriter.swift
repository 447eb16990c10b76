/// Lines of comma-separated values as RFC 4180 has them: CRLF, quotes doubled, UTF-8.
///
/// A cell that a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage return) gets an
/// apostrophe before it: a name in an agency's file must not run on a reader's machine.
package struct CSVWriter {
    /// Everything written so far.
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Ends the line.
    package mutating func write(_ cells: [String]) {
        bytes.append(contentsOf: cells.map(CSVWriter.cell).joined(separator: ",").utf8)
        bytes.append(contentsOf: "\r\n".utf8)
    }

    static func cell(_ text: String) -> String {
        let opening = text.unicodeScalars.first
        let safe = opening.map { "=+-@\t\r".unicodeScalars.contains($0) } == true ? "'" + text : text
        let isPlain = safe.unicodeScalars.allSatisfy { $0 != "," && $0 != "\"" && $0 != "\r" && $0 != "\n" }
        return isPlain ? safe : "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
