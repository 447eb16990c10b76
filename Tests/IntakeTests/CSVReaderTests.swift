import Testing

@testable import Intake

struct CSVReaderTests {
    private func read(_ bytes: [UInt8], _ format: FileFormat = FileFormat()) throws -> [Row] {
        try read(MemoryBytes(bytes), format)
    }

    private func read(_ source: any ByteSource, _ format: FileFormat = FileFormat()) throws -> [Row] {
        var reader = try RowFile.open(source, format, expecting: [])
        var row = Row()
        var rows: [Row] = []
        while try reader.next(into: &row) { rows.append(row) }
        return rows
    }

    /// RFC 4180, section 2, and what files in the field do beside it.
    @Test(arguments: [
        ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
        ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]), ("a,\"b,\r\n\"\"c\"\"\"\nd,", [["a", "b,\r\n\"c\""], ["d", ""]]),
        ("a,5\" pipe\n", [["a", "5\" pipe"]]), ("\"\",\"\"\n", [["", ""]]),
        ("a,b\n\nc,d\n", [["a", "b"], [""], ["c", "d"]]),
    ])
    func readsRowsAndCells(text: String, rows: [[String]]) throws {
        #expect(try read(Array(text.utf8)).map(\.texts) == rows)
    }

    @Test(arguments: [
        ("a,b\n1,2\n", "comma"), ("a;b\n1,5;2\n", "semicolon"), ("a\tb, c\n1\t2\n", "tab"), ("a|b\n1|2\n", "pipe"),
    ])
    func findsTheDelimiter(text: String, name: String) throws {
        let reader = try RowFile.open(MemoryBytes(text), FileFormat(), expecting: [])
        #expect(reader.reading.hasSuffix("separated by \(name)"))
    }

    /// One comma in a header that holds three known names between semicolons.
    @Test func expectedHeadersDecideTheDelimiter() throws {
        let reader = try RowFile.open(
            MemoryBytes("Age, in years;Sex\n1;2\n3,4;5\n"), FileFormat(), expecting: ["ageinyears", "sex"])
        #expect(reader.reading.hasSuffix("semicolon"))
    }

    @Test(arguments: [
        ([0xEF, 0xBB, 0xBF, 0xC3, 0xA9], "é"), ([0xE9, 0x2C, 0x93], "é|“"), ([0xFF, 0xFE, 0xE9, 0x00], "é"),
        ([0xFE, 0xFF, 0x00, 0xE9], "é"), ([0x61, 0, 0x2C, 0, 0x62, 0, 0x0A, 0], "a|b"),
        ([0xFF, 0xFE, 0x3D, 0xD8, 0x00, 0xDE], "😀"),
    ])
    func findsTheEncoding(bytes: [UInt8], cells: String) throws {
        let rows = try read(bytes)
        #expect(rows.map { $0.texts.joined(separator: "|") } == [cells])
        #expect(rows.flatMap(\.faults).isEmpty)
    }

    /// A file that was put together from two: one row is no UTF-8, the others go in.
    @Test func aRowInAnotherEncodingIsHeldBackAlone() throws {
        var format = FileFormat()
        format.encoding = .utf8
        let rows = try read(Array("a,b\né,1\n".utf8) + [0xE9, 0x2C, 0x32, 0x0A] + Array("ü,3\n".utf8), format)
        #expect(rows.map(\.faults) == [[], [], [.notText], []])
    }

    @Test(arguments: [
        ("a,b\n\"x\"y,1\n", RowFault.strayQuote), ("a,b\nx\u{0},1\n", .nul), ("a,b\n\"x\u{0}\",1\n", .nul),
        ("a,b\n\"x,1\nc,d\n", .unterminatedQuote), ("a,b\nx\u{FFFD},1\n", .notText),
    ])
    func findsDamagedRows(text: String, fault: RowFault) throws {
        #expect(try read(Array(text.utf8)).last?.faults == [fault])
    }

    @Test func knowsRowsAsSpreadsheetsShowThemAndLinesAsEditorsDo() throws {
        let rows = try read(Array("a,b\n\"x\ny\",1\nz,2\n".utf8))
        #expect(rows.map(\.number) == [1, 2, 3])
        #expect(rows.map(\.line) == [1, 2, 4])
    }

    /// A cell may lie across the end of the buffer, wherever that falls.
    @Test(arguments: [262_140, 262_141, 262_142, 262_143, 262_144, 262_145])
    func cellsLieAcrossTheEndOfTheBuffer(length: Int) throws {
        let long = String(repeating: "x", count: length)
        #expect(
            try read(Array("\"\(long)\"\"y\",b\r\nc,d\r\n".utf8)).map(\.texts) == [["\(long)\"y", "b"], ["c", "d"]])
    }

    /// A line of two gigabytes is passed over in bounded memory; the row after it is read.
    @Test(arguments: [(2048, false), (256, true)])
    func aLineOfTwoGigabytesIsPassedOver(megabytes: Int, isQuoted: Bool) throws {
        let head = isQuoted ? "a,b\n\"" : "a,b\n"
        let source = LongLine(head: head, megabytes: megabytes, tail: isQuoted ? "\",1\nc,d\n" : ",1\nc,d\n")
        var reader = try RowFile.open(source, FileFormat(), expecting: [])
        var row = Row()
        var largest = 0
        var faults: [[RowFault]] = []
        while try reader.next(into: &row) {
            largest = max(largest, row.bytes.capacity)
            faults.append(row.faults)
        }
        #expect(faults == [[], [.cellTooLong], []])
        #expect(largest <= 4 * RowLimits.cellBytes)
    }
}

/// A text with one endless cell, made while it is read.
private struct LongLine: ByteSource {
    let head: String
    let megabytes: Int
    let tail: String

    var name: String { "long.csv" }
    var byteCount: Int? { nil }
    var archiveLocation: ArchiveLocation? { nil }
    func open() throws(IntakeFailure) -> any ByteStream {
        LongStream(Array(head.utf8), megabytes << 20, Array(tail.utf8))
    }
}

private final class LongStream: ByteStream {
    private var pieces: [[UInt8]]
    private var filling: Int

    init(_ head: [UInt8], _ filling: Int, _ tail: [UInt8]) {
        pieces = [head, tail]
        self.filling = filling
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(IntakeFailure) -> Int {
        if pieces.count == 1, filling > 0 {
            let count = min(buffer.count, filling)
            buffer.initializeMemory(as: UInt8.self, repeating: 0x78)
            filling -= count
            return count
        }
        guard !pieces.isEmpty else { return 0 }
        let piece = pieces.removeFirst()
        buffer.copyBytes(from: piece)
        return piece.count
    }
}
