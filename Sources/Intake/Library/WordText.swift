/// The text of a DOCX file, a paragraph a line.
package enum WordText {
    private static let limitBytes = 256 << 20

    /// - Throws: ``IntakeFailure/damagedWorkbook(file:detail:)`` where it is no such file.
    package static func read(_ bytes: [UInt8], file: String) throws(IntakeFailure) -> String {
        guard
            let part = try ArchiveEntry(
                .memory(bytes), file: file, part: "word/document.xml", limitBytes: limitBytes)
        else { throw .damagedWorkbook(file: file, detail: "it has no part “word/document.xml”") }
        let listener = Listener()
        guard let scanner = XMLScanner(listener, file: file) else {
            throw .damagedWorkbook(file: file, detail: "memory is exhausted")
        }
        while try scanner.scan(part) {}
        return PaperText.tidy(listener.written)
    }

    private final class Listener: XMLListener {
        private(set) var written = ""
        private var isText = false

        func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
            if name.is("t") { isText = true }
            if name.is("tab") { written += "\t" }
            if name.is("br") { written += "\n" }
        }

        func end(_ name: UnsafePointer<CChar>) {
            if name.is("t") { isText = false }
            if name.is("p") { written += "\n" }
        }

        func text(_ bytes: UnsafeBufferPointer<UInt8>) {
            if isText { written += String(decoding: bytes, as: UTF8.self) }
        }
    }
}
