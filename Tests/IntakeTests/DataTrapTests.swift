import Mechanisms
import Testing
import Vocabulary

@testable import Intake

/// The traps of real files in this field, as far as they concern reading. Of the others: whether an age is that at
/// registration, identification or exploitation, and which year counts, is decided in Counting; whether two records are
/// one person, in Linkage; whether a country of exploitation is a proxy, is said in a source's notes.
struct DataTrapTests {
    private func changes(_ text: String, _ description: SourceDescription) async throws -> [[String: FieldValue]] {
        let register = MemoryRegister()
        _ = try await imported(MemoryBytes(text), as: description, into: register)
        return await register.commands.map(\.changes)
    }

    /// Trap 1: `NULL`, 0, -99 and blank are four things; what they mean is stated for each source.
    @Test func notReportedUnknownAndZeroAreThreeThings() async throws {
        let lands = try await changes("id,land,on\n1,-99,2023\n2,ZZ,2023\n3,,2023\n", SmallSource.description())
        #expect(lands.map { $0["citizenships"] } == [nil, .codes(["unknown"]), nil])
        let counts = try SmallSource.description {
            $0 = $0.replacing("key: [id]", with: "key: [id]\npeople: born\nnot-reported: [NULL, \"-99\"]")
                .changing("birth-year", to: "")
        }
        let told = Told()
        let text = "id,born,on\n1,0,2023\n2,NULL,2023\n3,-99,2023\n4,,2023\n5,2,2023\n"
        let summary = try await imported(MemoryBytes(text), as: counts, telling: told)
        #expect(told.codes == ["I426", "I410", "I410", "I410"])
        #expect(summary.persons == 2)
        #expect(summary.noRecords == 1)
    }

    /// Trap 2: one bracket of ages in three spellings.
    @Test(arguments: ["9--17", "9—17", "9-17", "9–17"])
    func dashesMakeNoDifference(cell: String) throws {
        let table = CodeTable(["9--17": ["child"], "09--17": ["child"], "48+": ["adult"], "<5": ["low"]])
        #expect(table[cell] == ["child"])
    }

    @Test(arguments: ["48", "5", "-99", "917"])
    func signsDoMakeADifference(cell: String) {
        #expect(CodeTable(["48+": ["a"], "<5": ["b"], "99": ["c"], "9-17": ["d"]])[cell] == nil)
    }

    /// Trap 3: Namibia's `NA` is a country; `ZZ` and `00` are unknown; alpha-3 is another list.
    @Test(arguments: [("NA", ["NA"]), ("na", ["NA"]), ("ZZ", ["unknown"]), ("00", ["unknown"])])
    func namibiaIsNotMissing(cell: String, codes: [String]) async throws {
        let rows = try await changes("id,land,on\n1,\(cell),2023\n", SmallSource.description())
        #expect(rows.first?["citizenships"] == .codes(codes))
    }

    @Test func threeLettersAreTranslatedWhereStated() async throws {
        let description = try SmallSource.description {
            $0 = $0.replacing("{ column: land }", with: "{ column: land, table: iso-3166-1-alpha-3--countries }")
        }
        #expect(try await changes("id,land,on\n1,NAM,2023\n", description).first?["citizenships"] == .codes(["NA"]))
    }

    /// Trap 4: `<5` may be zero, so it is no number; thousands have commas where that is stated.
    @Test(arguments: [
        ("1,234", ",", WholeNumber.number(1234)), ("1,234", "", .other), ("12,34", ",", .other), ("<5", ",", .withheld),
        ("12.0", ",", .number(12)), ("12.5", ",", .other), ("-3", ",", .number(-3)), ("1.234", ".", .other),
        ("1,234,567", ",", .number(1_234_567)), ("", ",", .other), ("0", ",", .number(0)),
    ])
    func numbersAreReadByTheirStatedSigns(cell: String, thousands: String, number: WholeNumber) {
        #expect(WholeNumber.read(cell, decimal: ".", thousands: thousands.first) == number)
    }

    /// Trap 4: empty cells in a workbook do not shift the ones behind them; see ``WorkbookReaderTests``.
    @Test func emptyCellsDoNotShift() async throws {
        let description = try SmallSource.description()
        let register = MemoryRegister()
        let book = TinyWorkbook(
            """
            <row r="1"><c r="A1" t="str"><v>id</v></c><c r="B1" t="str"><v>sex</v></c><c r="C1" t="str"><v>born</v></c>\
            <c r="D1" t="str"><v>on</v></c></row>
            <row r="2"><c r="A2"><v>1</v></c><c r="D2" s="1"><v>45121</v></c></row>
            """)
        let summary = try await imported(MemoryBytes(book.bytes), as: description, into: register)
        #expect(summary.accepted == 1)
        #expect(await register.commands.first?.changes == [:])
        #expect(await register.commands.first?.effective == Period("2023-07-14"))
    }

    /// Trap 4: a margin that does not add up is a warning, and its parts go in.
    @Test func aMarginThatDoesNotAddUpIsAWarning() async throws {
        let description = try SmallSource.description {
            $0 = $0.replacing("key: [id]", with: "key: [id, sex]\npeople: born\ntotals: { words: [All] }")
                .changing("birth-year", to: "")
        }
        let told = Told()
        let text = "id,sex,born,on\n1,F,2,2023\n1,M,3,2023\n1,All,6,2023\n"
        let summary = try await imported(MemoryBytes(text), as: description, telling: told)
        #expect(summary.persons == 5)
        #expect(told.codes == ["I421", "I422"])
    }

    /// Trap 6: several forms stay several; the one bucket for a report is chosen in Counting.
    @Test func severalFormsStaySeveral() throws {
        let table = CodeTable(["Sexual": ["sexual-exploitation"], "Labour": ["forced-labour"]])
        #expect(table.longestMatches(in: "Labour & Sexual").codes == ["forced-labour", "sexual-exploitation"])
    }

    /// Trap 8: `meansWithholdDocs` in the codebook, `meansWithholdDocuments` in the file.
    @Test func aliasesBridgeCodebookAndFile() async throws {
        let description = try SmallSource.description {
            $0 = $0.replacing("name: { required: false }", with: "name: { required: false, aliases: [fullName] }")
        }
        let rows = try await changes("ID,Full Name,on\n1,Bavero,2023\n", description)
        #expect(rows.first?["given-name"] == .text("Bavero"))
    }

    /// Flags of 1, 0 and nothing, a column for each form, as the CTDC files have them.
    @Test func flagsBecomeCodes() async throws {
        let description = try SmallSource.description {
            $0 = $0.replacing("{ column: land }", with: "{ flags: { land: AL, sex: GB } }")
                .changing("{ column: sex,", to: "").replacing("\"-99\"]", with: "\"-99\", NULL]")
        }
        let rows = try await changes("id,sex,land,on\n1,1,1,2023\n2,0,1,2023\n3,0,NULL,2023\n", description)
        #expect(rows.map { $0["citizenships"] } == [.codes(["AL", "GB"]), .codes(["AL"]), nil])
    }
}
