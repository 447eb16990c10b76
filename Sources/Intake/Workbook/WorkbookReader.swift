// Goals, in order: (1) a cell stands under its own header, whatever is left out before it; (2) memory does not depend on
// the number of rows; (3) a file that is cut short, locked or a trap is told apart from an empty one.
// Source: ECMA-376 part 1 (SpreadsheetML); unpacked by libarchive, scanned by expat.

/// Rows of one sheet of an XLSX workbook, streamed.
struct WorkbookReader: RowReader {
    private let entry: ArchiveEntry
    private let scanner: XMLScanner
    private let sheet: SheetListener
    private var waiting: [Row] = []
    private var place = 0
    private var isMore = true

    init(_ source: any ByteSource, _ format: FileFormat) throws(IntakeFailure) {
        guard let location = source.archiveLocation else {
            throw .damagedWorkbook(
                file: source.name, detail: "a workbook cannot be read as a stream; save it as a file")
        }
        let parts = try WorkbookParts(location, file: source.name, sheet: format.sheet)
        let listener = SheetListener(parts, decimal: format.decimal)
        let entry = try ArchiveEntry(
            location, file: source.name, part: parts.sheetPath, limitBytes: WorkbookParts.sheetBytes)
        guard let entry, let scanner = XMLScanner(listener, file: source.name) else {
            throw .damagedWorkbook(file: source.name, detail: "the part “\(parts.sheetPath)” is missing")
        }
        self.entry = entry
        self.scanner = scanner
        sheet = listener
    }

    var bytesRead: Int { entry.packedBytesRead }
    var reading: String { "XLSX" }

    mutating func next(into row: inout Row) throws(IntakeFailure) -> Bool {
        while place == waiting.count {
            guard isMore else {
                row.clear(number: row.number, line: row.number)
                return false
            }
            isMore = try scanner.scan(entry)
            waiting = sheet.takeRows()
            place = 0
        }
        row = waiting[place]
        place += 1
        return true
    }
}
