import Disclosure
@testable import Publication
import TestKit
import Testing
import Vocabulary

@Suite struct ReleaseArchiveTests {
    private func archive(after predecessor: Release? = nil, women: Int = 12) throws -> ReleaseArchive {
        try ReleaseArchive.freeze(
            [Example.persons(womenInFirstQuarter: women)], on: Example.day("2023-02-01"), after: predecessor,
            texts: Example.languages())
    }

    @Test func readsBackWhatItFroze() throws {
        let frozen = try archive()
        let read = try ReleaseArchive.read(frozen.files, name: "0001")
        #expect(read.release.hash == frozen.release.hash)
        #expect(read.release.tables.map(\.cells) == frozen.release.tables.map(\.cells))
        #expect(read.files == frozen.files)
    }

    @Test func makesTheSameBytesTwice() throws {
        #expect(try archive().files == archive().files)
    }

    @Test(arguments: [
        "manifest.json", "tables/registered-persons.json", "registered-persons.csv", "registered-persons.sdmx.csv",
        "registered-persons.metadata.json", "SHA256SUMS",
    ])
    func findsOneChangedByte(name: String) throws {
        var files = try archive().files
        let place = (files[name]?.count ?? 0) / 2
        files[name]?[place] ^= 1
        #expect(throws: PublicationFailure.self) { try ReleaseArchive.read(files, name: "0001") }
    }

    @Test func findsAMissingFile() throws {
        var files = try archive().files
        files["registered-persons.csv"] = nil
        #expect(throws: PublicationFailure.fileMissing(archive: "release 0001", file: "registered-persons.csv")) {
            try ReleaseArchive.read(files, name: "0001")
        }
    }

    @Test func refusesTwoTablesOfOneName() throws {
        #expect(throws: PublicationFailure.tableTwice(name: "registered-persons")) {
            try ReleaseArchive.freeze(
                [Example.persons(), Example.persons()], on: Example.day("2023-02-01"), after: nil, texts: [])
        }
    }

    @Test(arguments: ["../escape", "Upper", "", "a b"])
    func refusesANameThatIsNoFileName(name: String) throws {
        #expect(throws: PublicationFailure.nameUnfit(name: name)) {
            try ReleaseArchive.freeze(
                [Example.persons(name: name)], on: Example.day("2023-02-01"), after: nil, texts: [])
        }
    }

    @Test func refusesAHistoryWhoseReleasesDoNotFollowOneAnother() throws {
        let first = try archive().release
        let second = try archive(after: first, women: 14).release
        let stranger = try archive(after: try archive(women: 13).release).release
        #expect(try ReleaseHistory([second, first]).latest?.number == 2)
        #expect(throws: PublicationFailure.chainBroken(number: 2)) { try ReleaseHistory([first, stranger]) }
        #expect(throws: PublicationFailure.chainBroken(number: 2)) { try ReleaseHistory([second]) }
    }

    @Test func namesTheFiguresThatALaterReleaseChanged() throws {
        let first = try archive().release
        let second = try archive(after: first, women: 14).release
        let revisions = try ReleaseHistory([first, second]).revisions(of: "registered-persons", period: .year(2022))
        // 12 became 14 for women in the first quarter, and with it the quarter's total 32 -> 34 and the year's 127 -> 129.
        let changes = revisions.first?.changes.map { "\($0.before.count ?? -1)>\($0.after.count ?? -1)" }
        #expect(changes == ["127>129", "32>34", "12>14"])
    }
}
