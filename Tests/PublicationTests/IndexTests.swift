@testable import Disclosure
@testable import Publication
import Tables
import Testing
import Vocabulary

@Suite struct IndexTests {
    private func history() throws -> ReleaseHistory {
        let first = try ReleaseArchive.freeze(
            [Example.persons()], on: Example.day("2023-02-01"), after: nil, texts: []
        ).release
        let second = try ReleaseArchive.freeze(
            [Example.persons(womenInFirstQuarter: 14)], on: Example.day("2023-05-01"), after: first, texts: []
        ).release
        return try ReleaseHistory([first, second])
    }

    private func reading(_ entry: IndexEntry) throws -> IndexReading {
        IndexReading(entry, in: try history()) { TableReader($1) }
    }

    @Test func readsTheLatestFigureAndItsCourse() throws {
        let reading = try reading(
            IndexEntry(id: "registered-persons", unit: "person"))
        #expect(reading.points.map(\.outcome) == [.published(34), .published(55), .published(31), .published(9)])
        #expect(reading.change == .fall(by: 22))
        #expect(reading.source?.release.number == 2)
    }

    @Test func keepsWhatEarlierReleasesSaid() throws {
        let reading = try reading(
            IndexEntry(
                id: "women", unit: "person", indicator: "registered-persons", selection: ["sex": "female"])
        )
        #expect(reading.points.first?.statements.map(\.outcome) == [.published(12), .published(14)])
        #expect(reading.points.map(\.isRevised) == [true, false, false, false])
    }

    @Test func saysNothingOfAChangeFromAWithheldFigure() throws {
        let reading = try reading(
            IndexEntry(
                id: "women", unit: "person", indicator: "registered-persons", selection: ["sex": "female"])
        )
        #expect(reading.change == nil)
    }

    @Test(arguments: [
        IndexEntry(id: "a", unit: "person"),
        IndexEntry(id: "b", unit: "person", indicator: "no-such-table"),
        IndexEntry(id: "c", unit: "person", indicator: "registered-persons", selection: ["sex": "no-such-code"]),
        IndexEntry(id: "d", unit: "case", indicator: "registered-persons"),
    ])
    func hasNoFigureWhereNoTableGivesIt(entry: IndexEntry) throws {
        let reading = try reading(entry)
        #expect(reading.points.isEmpty)
        #expect(reading.source == nil)
    }

    @Test func refusesAnIndexLongerThanAPage() {
        let yaml = (1...21).map { "- {id: i\($0), unit: person}\n" }.joined()
        #expect(throws: PublicationFailure.indexTooLong(entries: 21)) { try IndexEntry.list(yaml: yaml) }
    }

    @Test(arguments: [
        "- {id: a}", "- {unit: person}", "- {id: a, unit: person, colour: red}",
        "- {id: a, unit: person, direction: up}",
        "- {id: a, unit: person}\n- {id: a, unit: person}", "- {id: a, unit: person, capacity: [b]}", "a: b",
    ])
    func refusesAListThatCannotBeRead(yaml: String) {
        #expect(throws: PublicationFailure.self) { try IndexEntry.list(yaml: yaml) }
    }
}

@Suite struct UnreportedIndexTests {
    @Test func waitsWhereEveryPeriodIsNotReported() throws {
        let years = Tables.Dimension(name: "year", categories: [.init(code: "2022"), .init(code: "2023")])
        let cells = [nil, 0, 1].map { ReleasedTable.Cell(coordinates: [$0], outcome: .notReported) }
        let table = Example.table("registered-victims-by-year", unit: .person, period: nil, [years], cells)
        let archive = try ReleaseArchive.freeze([table], on: Example.day("2024-02-01"), after: nil, texts: [])
        let html = try SampleSite.site(archives: [archive]).html(.index, in: "en")
        #expect(!String(decoding: html ?? [], as: UTF8.self).contains("class=\"card\""))
    }
}
