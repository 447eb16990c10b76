/// A workbook of one sheet (ECMA-376, part 1): every cell a text, so that none can be a formula; the title and its marking
/// above, and the marking with page numbers on every printed page.
enum Workbook {
    static func bytes(of table: RecordTable) -> [UInt8] {
        var archive = ZipWriter()
        for (name, text) in parts(table) { archive.add(Array(text.utf8), as: name) }
        return archive.finished()
    }

    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let media = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    private static func parts(_ table: RecordTable) -> KeyValuePairs<String, String> {
        [
            "[Content_Types].xml": head + """
                <Types xmlns="\(package)/content-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Override PartName="/xl/workbook.xml" ContentType="\(media).sheet.main+xml"/>\
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(media).worksheet+xml"/>\
                <Override PartName="/xl/styles.xml" ContentType="\(media).styles+xml"/></Types>
                """,
            "_rels/.rels": head + """
                <Relationships xmlns="\(package)/relationships">\
                <Relationship Id="r1" Type="\(office)/officeDocument" Target="xl/workbook.xml"/></Relationships>
                """,
            "xl/workbook.xml": head + """
                <workbook xmlns="\(main)" xmlns:r="\(office)"><sheets>\
                <sheet name="\(escaped(sheetName(table.title)))" sheetId="1" r:id="r1"/></sheets></workbook>
                """,
            "xl/_rels/workbook.xml.rels": head + """
                <Relationships xmlns="\(package)/relationships">\
                <Relationship Id="r1" Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/>\
                <Relationship Id="r2" Type="\(office)/styles" Target="styles.xml"/></Relationships>
                """,
            "xl/styles.xml": head + """
                <styleSheet xmlns="\(main)"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
                <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
                <fills count="2"><fill><patternFill patternType="none"/></fill>\
                <fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>\
                <cellStyleXfs count="1"><xf/></cellStyleXfs>\
                <cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs>\
                <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
                """,
            "xl/worksheets/sheet1.xml": head + sheet(table),
        ]
    }

    private static func sheet(_ table: RecordTable) -> String {
        let rows = [[table.notice], table.columns] + table.rows
        let cells = rows.enumerated().map { place, row in
            let style = place < 2 ? " s=\"1\"" : ""
            let cells = row.map {
                "<c t=\"inlineStr\"\(style)><is><t xml:space=\"preserve\">\(escaped($0))</t></is></c>"
            }
            return "<row r=\"\(place + 1)\">\(cells.joined())</row>"
        }
        // In headers and footers “&” begins a code: doubled it is itself.
        let notice = escaped(table.notice.replacing("&", with: "&&"))
        return """
            <worksheet xmlns="\(main)"><sheetViews><sheetView workbookViewId="0">\
            <pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
            <sheetData>\(cells.joined())</sheetData><pageSetup orientation="landscape"/>\
            <headerFooter><oddHeader>&amp;C\(notice)</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter>\
            </headerFooter></worksheet>
            """
    }

    /// At most 31 characters, without those that a sheet's name may not have.
    private static func sheetName(_ title: String) -> String {
        String(title.filter { !"[]:*?/\\'".contains($0) }.prefix(31))
    }

    /// Characters that XML cannot carry are left out.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
            case _ where scalar.value < 32 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
