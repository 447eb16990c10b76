import Disclosure
@testable import Publication
import TestKit
import Testing

@Suite struct CSVTests {
    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("two\nlines", "\"two\nlines\""),
        ("", ""),
    ])
    func quotesWhereTheStandardAsksForIt(text: String, cell: String) {
        #expect(CSVWriter.cell(text) == cell)
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1"])
    func takesAwayTheMeaningOfAFormula(text: String) {
        let cell = CSVWriter.cell(text)
        #expect(cell.hasPrefix("'") || cell.hasPrefix("\"'"))
    }

    @Test func printsZeroWithheldAndNotReportedApart() throws {
        let outcomes = [TableCSV.value(.published(0)), TableCSV.value(.withheldPrimary), TableCSV.value(.notReported)]
        #expect(outcomes == ["0", "c", ":"])
    }

    @Test func doesNotTellASmallFigureFromOneWithheldForItsSake() {
        #expect(TableCSV.status(.withheldPrimary) == TableCSV.status(.withheldComplementary))
        #expect(TableCSV.value(.withheldPrimary) == TableCSV.value(.withheldComplementary))
    }

    @Test func writesATableWithCodesAndLabelsOfEveryLanguage() throws {
        let bytes = TableCSV(
            Example.persons(), release: 3, marking: .public, texts: try Example.languages()
        ).bytes()
        #expect(try Golden.difference(String(decoding: bytes, as: UTF8.self), from: "persons.csv") == nil)
    }
}
