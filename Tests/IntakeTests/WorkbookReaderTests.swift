import Foundation
import TestKit
import Testing

@testable import Intake

struct WorkbookReaderTests {
    private func rows(_ workbook: TinyWorkbook, _ format: FileFormat = FileFormat()) throws -> [[String]] {
        try rows(MemoryBytes(workbook.bytes, name: "book.xlsx"), format)
    }

    private func rows(_ source: any ByteSource, _ format: FileFormat = FileFormat()) throws -> [[String]] {
        var reader = try RowFile.open(source, format, expecting: [])
        var row = Row()
        var rows: [[String]] = []
        while try reader.next(into: &row) { rows.append(row.texts) }
        return rows
    }

    @Test func aCellStandsUnderItsHeaderWhateverIsLeftOut() throws {
        let book = TinyWorkbook(
            """
            <row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><t>b</t></is></c>\
            <c r="C1" t="inlineStr"><is><t>c</t></is></c></row>
            <row r="4"><c r="A4"/><c r="C4"><v>7</v></c></row>
            """)
        #expect(try rows(book) == [["a", "b", "c"], ["", "", "7"]])
    }

    @Test func readsSharedTextsWithStylesAndWithoutPronunciation() throws {
        var book = TinyWorkbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>")
        book.shared = [
            "<t>plain</t>", "<r><t>two </t></r><r><t>styles</t></r><rPh sb=\"0\" eb=\"1\"><t>said</t></rPh>",
        ]
        #expect(try rows(book) == [["two styles", "plain"]])
    }

    /// Serial numbers worked by hand: 45121 is 14 July 2023; the calendar of 1904 begins 1,462 days later.
    @Test(arguments: [
        (1, false, "45121", "2023-07-14"), (1, true, "43659", "2023-07-14"),
        (2, false, "45121.5", "2023-07-14T12:00:00"),
        (2, false, "60", "1900-02-29"), (2, false, "59", "1900-02-28"), (2, false, "61", "1900-03-01"),
        (3, false, "0.395833333333333", "09:30:00"), (4, false, "45121", "45121"), (0, false, "45121", "45121"),
    ])
    func readsDaysAsISOText(style: Int, has1904Dates: Bool, number: String, text: String) throws {
        var book = TinyWorkbook("<row r=\"1\"><c r=\"A1\" s=\"\(style)\"><v>\(number)</v></c></row>")
        book.formats = ["[$-809]dd\\ mmmm\\ yyyy;@", "[h]:mm:ss", "#,##0.00 &quot;days&quot;"]
        book.has1904Dates = has1904Dates
        #expect(try rows(book) == [[text]])
    }

    @Test(arguments: [("<v>12</v>", "12"), ("<v>12.0</v>", "12"), ("<v>1E3</v>", "1000"), ("<v>0.25</v>", "0,25")])
    func readsNumbersByTheSignsOfTheSource(cell: String, text: String) throws {
        var format = FileFormat()
        format.decimal = ","
        #expect(try rows(TinyWorkbook("<row r=\"1\"><c r=\"A1\">\(cell)</c></row>"), format) == [[text]])
    }

    @Test func readsTruthsErrorsAndFormulas() throws {
        let book = TinyWorkbook(
            """
            <row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>made</v></c>\
            <c r="C1" t="e"><v>#N/A</v></c></row>
            """)
        var reader = try RowFile.open(MemoryBytes(book.bytes), FileFormat(), expecting: [])
        var row = Row()
        #expect(try reader.next(into: &row))
        #expect(row.texts == ["true", "made", "#N/A"])
    }

    @Test func takesTheNamedSheetElseTheFirstThatIsShown() throws {
        var format = FileFormat()
        format.sheet = "Figures"
        #expect(throws: IntakeFailure.sheetMissing(name: "Figures", present: ["Hidden", "Data"])) {
            try rows(TinyWorkbook(""), format)
        }
        #expect(try rows(TinyWorkbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")) == [["1"]])
    }

    /// Cut anywhere: the directory of a ZIP archive stands at its end.
    @Test(arguments: [0.1, 0.5, 0.9, 0.99])
    func aFileCutShortIsRefused(share: Double) {
        let bytes = TinyWorkbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").bytes
        let cut = MemoryBytes(Array(bytes.prefix(Int(Double(bytes.count) * share))), name: "cut.xlsx")
        let failure = #expect(throws: IntakeFailure.self) { () throws in try rows(cut) }
        #expect(failure?.code == "I104")
    }

    @Test func aFileUnderAPasswordIsRefusedAsSuch() {
        let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        let locked = mark + [0, 0] + "EncryptedPackage".utf8.flatMap { [$0, 0] }
        #expect(throws: IntakeFailure.encryptedWorkbook(file: "locked.xlsx")) {
            try rows(MemoryBytes(locked, name: "locked.xlsx"))
        }
    }

    @Test func anotherPackedFileIsNoWorkbook() {
        let other = MemoryBytes(TinyZip.pack([("mimetype", "text")]), name: "other.ods")
        let failure = #expect(throws: IntakeFailure.self) { try rows(other) }
        #expect(failure?.code == "I104")
    }

    @Test func aDocumentTypeIsRefused() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"cc\">]><Relationships/>"
        let failure = #expect(throws: IntakeFailure.self) {
            try rows(MemoryBytes(TinyZip.pack([("_rels/.rels", bomb)])))
        }
        #expect(failure?.message.contains("document type") == true)
    }

    @Test func aPartThatUnpacksToTooMuchIsRefused() throws {
        let archive = TinyZip.pack([("big", String(repeating: "x", count: 5000))])
        let entry = try #require(try ArchiveEntry(.memory(archive), file: "bomb.xlsx", part: "big", limitBytes: 4096))
        var buffer = [UInt8](repeating: 0, count: 1024)
        let failure = #expect(throws: IntakeFailure.self) {
            while try buffer.withUnsafeMutableBytes({ try entry.read(into: $0) }) > 0 {}
        }
        #expect(failure == .oversizedWorkbook(part: "big", limitBytes: 4096))
    }

    private static let form = Repository.shared("htcds/htcds_xlsform.xlsx")

    /// The survey form of HTCDS 2.0, made by Excel.
    @Test(.enabled(if: form != nil)) func readsAWorkbookThatExcelMade() throws {
        let path = try #require(Self.form).path
        var format = FileFormat()
        format.sheet = "choices"
        let choices = try rows(FileBytes(path: path), format)
        #expect(choices[0] == ["list_name", "name", "label"])
        // The label ends in a no-break space.
        #expect(choices[1] == ["gender", "Feminine", "Feminine\u{A0}"])
        #expect(try rows(FileBytes(path: path)).contains { $0.prefix(2) == ["text", "prs_First_Name"] })
    }
}
