@testable import Publication
import Testing

@Suite struct DataRequestTests {
    private static let header = ["cell", "label", "table", "where", "explanation"]

    @Test func readsCodesInAnyOrderAndWithSpaces() throws {
        let request = try DataRequest(
            header: Self.header, rows: [(2, ["3.2", "Women", "registered-persons", " year = 2023; sex=female ", ""])])
        let cell = try #require(request.cells.first)
        #expect(cell.codes == ["year": "2023", "sex": "female"])
        #expect(cell.selection == "sex=female;year=2023")
        #expect(cell.explanation == nil)
    }

    @Test func everythingThatIsWrongIsSaidWithItsRow() {
        let rows: [(number: Int, cells: [String])] = [
            (2, ["1", "", "t", "year", ""]), (3, ["", "", "t", "", ""]), (4, ["2", "", "", "sex=female", ""]),
            (5, ["3", "", "t", "sex=female;sex=male", ""]), (6, ["4", "", "t", "", ""]), (7, ["4", "", "t", "", ""]),
            (8, ["5"]),
        ]
        #expect(
            throws: PublicationFailure.requestUnreadable(problems: [
                "row 2: “year” is not DIMENSION=CODE", "row 3: the cell has no name", "row 4: codes without a table",
                "row 5: the dimension “sex” is named twice", "row 7: the cell “4” was there before",
            ])
        ) {
            _ = try DataRequest(header: Self.header, rows: rows)
        }
    }

    @Test(arguments: [
        (["cell", "table"], "row 1: there is no column “where”"),
        (["cell", "table", "where", "wehre"], "row 1: nobody knows the column “wehre”"),
    ])
    func aColumnThatIsMissingOrUnknownIsNamed(header: [String], problem: String) {
        #expect(throws: PublicationFailure.requestUnreadable(problems: [problem])) {
            _ = try DataRequest(header: header, rows: [(2, ["1", "t", ""])])
        }
    }

    @Test func anEmptyFormIsRefused() {
        #expect(throws: PublicationFailure.requestUnreadable(problems: ["there is no row below the header"])) {
            _ = try DataRequest(header: Self.header, rows: [])
        }
    }
}
