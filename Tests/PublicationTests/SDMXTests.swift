@testable import Publication
import TestKit
import Testing

@Suite struct SDMXTests {
    private func lines() -> [[Substring]] {
        String(decoding: TableSDMX(Example.persons(), release: 3).bytes(), as: UTF8.self)
            .split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }

    @Test func writesAMissingFigureAsNotANumberWithItsReason() {
        let missing = lines().filter { $0[7] == "NaN" }.map { $0.suffix(2) }
        // Four withheld and one not reported in the example.
        #expect(missing.count { $0 == ["Q", "C"] } == 4)
        #expect(missing.count { $0 == ["M", "F"] } == 1)
    }

    @Test func putsTheTimeDimensionInTimePeriodAndTheYearForItsTotal() {
        #expect(lines().dropFirst().map { String($0[6]) }.prefix(2) == ["2022", "2022-Q1"])
    }

    @Test func writesATable() throws {
        let bytes = TableSDMX(Example.persons(), release: 3).bytes()
        #expect(try Golden.difference(String(decoding: bytes, as: UTF8.self), from: "persons.sdmx.csv") == nil)
    }

    @Test func writesAStretchThatIsNoStandardPeriodAsStartAndDuration() {
        let bytes = TableSDMX(Example.persons(period: nil), release: 1).bytes()
        #expect(String(decoding: bytes, as: UTF8.self).contains("_Z,_T,PERSON,2022-01-01/P12M,"))
    }
}
