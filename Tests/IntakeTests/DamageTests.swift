import NumericMethods
import TestKit
import Testing

@testable import Intake

/// Whatever happens to a file on its way: no row is lost, nothing stops the program.
struct DamageTests {
    private let header =
        "Quarter,First responder type,First responder,Exploitation type,Age at exploitation,Gender,Nationality,People\n"
    private let rows = """
        2024-Q1,Police,A,"Sexual, Labour & Domestic",Adult (18 or over),Male,UK,2
        2024-Q1,Police,"B ""b"" c",Sexual,Child (17 or under),Female,Citizen of Guinea-Bissau Nigerian,3
        2024-Q1,Total,Total,Total,Total,Total,Total,5

        """

    /// Changes, doubles or takes away some bytes.
    private func damaged(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            guard !bytes.isEmpty else { return bytes }
            let place = Int.random(in: bytes.indices, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert([0x22, 0x2C, 0x0A, 0x0D, 0x00, 0xFF].randomElement(using: &generator) ?? 0, at: place)
            default: bytes = Array(bytes[..<place]) + bytes[(place / 2)...]
            }
        }
        return bytes
    }

    @Test(arguments: 0..<150 as Range<UInt64>)
    func everyRowOfADamagedTextIsAccountedFor(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let start = Array(header.utf8)
        let text = start + damaged(Array(String(repeating: rows, count: 5).utf8), using: &generator)
        let summary = try await imported(MemoryBytes(text), as: shipped("uk-nrm.yaml"))
        #expect(summary.addsUp)
        #expect(summary.rowsRead > 0)
    }

    @Test(arguments: 0..<150 as Range<UInt64>)
    func aDamagedWorkbookIsReadOrRefused(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var book = TinyWorkbook(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45121</v></c></row>
            <row r="2"><c r="B2" t="inlineStr"><is><t>x_x000D_y</t></is></c><c r="C2"><v>1E400</v></c></row>
            """)
        book.shared = ["<t>id</t>"]
        let bytes = damaged(book.bytes, using: &generator)
        var row = Row()
        do throws(IntakeFailure) {
            var reader = try RowFile.open(MemoryBytes(bytes), FileFormat(), expecting: [])
            while try reader.next(into: &row) {}
        } catch {
            #expect(error.code.hasPrefix("I1"))
        }
    }

    /// What stands in a cell of a workbook may be anything.
    @Test(arguments: [
        "<row r=\"9223372036854775807\"><c><v>1</v></c></row><row><c><v>2</v></c></row>",
        "<row r=\"-5\"><c r=\"ZZZZ1\"><v>1</v></c></row>", "<row><c r=\"\" s=\"-1\" t=\"\"><v>nan</v></c></row>",
        "<row><c s=\"1\"><v>inf</v></c><c s=\"1\"><v>-1</v></c><c s=\"1\"><v>1e300</v></c></row>",
        "<row><c t=\"s\"><v>-1</v></c><c t=\"s\"><v>99999999999999999999</v></c></row>",
        "<c r=\"A1\"><v>1</v></c>", "<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
        "<row><c t=\"str\"><v>_xD800_ _x0000_ _x</v></c></row>",
    ])
    func oddCellsStopNothing(rows: String) throws {
        var reader = try RowFile.open(MemoryBytes(TinyWorkbook(rows).bytes), FileFormat(), expecting: [])
        var row = Row()
        while try reader.next(into: &row) { #expect(row.number > 0) }
    }
}
