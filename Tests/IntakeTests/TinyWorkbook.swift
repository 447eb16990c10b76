/// A workbook of one sheet, packed without compression: every byte of it is in the test that reads it.
struct TinyWorkbook {
    var sheet = ""
    var shared: [String] = []
    var formats: [String] = []
    var has1904Dates = false
    var sheetName = "Data"
    var isSheetEncrypted = false

    /// - Parameter rows: The XML inside `sheetData`.
    init(_ rows: String) { sheet = rows }

    var bytes: [UInt8] {
        let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
        let numFmts = formats.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>" }.joined()
        let styles = ([0, 14] + formats.indices.map { 164 + $0 }).map { "<xf numFmtId=\"\($0)\"/>" }.joined()
        let items = shared.map { "<si>\($0)</si>" }.joined()
        let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        return TinyZip.pack([
            (
                "_rels/.rels",
                "<Relationships><Relationship Id=\"r\" Type=\"\(relation)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                "<workbook \(main) xmlns:r=\"\(relation)\"><workbookPr date1904=\"\(has1904Dates ? 1 : 0)\"/>"
                    + "<sheets><sheet name=\"Hidden\" r:id=\"r9\" state=\"hidden\"/><sheet name=\"\(sheetName)\" r:id=\"r1\"/>"
                    + "</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"\(relation)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                    + "<Relationship Id=\"r2\" Type=\"\(relation)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
                    + "<Relationship Id=\"r3\" Type=\"\(relation)/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
            // Before the texts that it names: a reader that goes through the archive once would fail here.
            ("xl/worksheets/sheet1.xml", "<worksheet \(main)><sheetData>\(sheet)</sheetData></worksheet>"),
            ("xl/sharedStrings.xml", "<sst \(main)>\(items)</sst>"),
            (
                "xl/styles.xml",
                "<styleSheet \(main)><numFmts>\(numFmts)</numFmts><cellXfs>\(styles)</cellXfs></styleSheet>"
            ),
        ])
    }
}

/// Archives of stored parts (PKWARE APPNOTE 6.3).
enum TinyZip {
    static func pack(_ parts: [(name: String, text: String)]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for (name, text) in parts {
            let bytes = Array(text.utf8)
            let size = UInt32(bytes.count)
            var common = little([(20, 2), (0, 2), (0, 2), (0, 2), (0x21, 2), (crc(bytes), 4), (size, 4), (size, 4)])
            common += little([(UInt32(name.utf8.count), 2), (0, 2)])
            directory += little([(0x0201_4B50, 4), (20, 2)]) + common
            directory += little([(0, 2), (0, 2), (0, 2), (0, 4), (UInt32(archive.count), 4)]) + Array(name.utf8)
            archive += little([(0x0403_4B50, 4)]) + common + Array(name.utf8) + bytes
        }
        let count = UInt32(parts.count)
        let place = UInt32(archive.count)
        let end = little([
            (0x0605_4B50, 4), (0, 4), (count, 2), (count, 2), (UInt32(directory.count), 4), (place, 4), (0, 2),
        ])
        return archive + directory + end
    }

    /// Numbers with the low byte first, each in so many bytes.
    private static func little(_ numbers: [(value: UInt32, bytes: UInt32)]) -> [UInt8] {
        numbers.flatMap { number in (0..<number.bytes).map { UInt8(truncatingIfNeeded: number.value >> (8 * $0)) } }
    }

    /// CRC-32 (ISO 3309), bit by bit.
    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
