@testable import Publication
import TestKit
import Testing
import Vocabulary

@Suite struct NoticeArchiveTests {
    private func archive(_ content: NoticeContent, after predecessor: Notice? = nil) throws -> NoticeArchive {
        try NoticeArchive.freeze(
            content, on: Example.day("2026-07-01"), after: predecessor, texts: Example.languages())
    }

    private func plan() throws -> NoticeArchive { try archive(SampleNotices.contents()[0]) }

    @Test(arguments: 0..<6)
    func readsBackWhatItFroze(place: Int) throws {
        let content = try SampleNotices.contents()[place]
        let frozen = try archive(content)
        let read = try NoticeArchive.read(frozen.files, name: "0001")
        #expect(read.notice.content == content)
        #expect(read.notice.hash == frozen.notice.hash && read.files == frozen.files)
        #expect(read.notice.date == frozen.notice.date)
    }

    @Test func makesTheSameBytesTwice() throws {
        #expect(try plan().files == plan().files)
    }

    @Test func saysThatItIsPublic() throws {
        let manifest = String(decoding: try plan().files["manifest.json"] ?? [], as: UTF8.self)
        #expect(manifest.contains("\"marking\" : \"public\""))
    }

    @Test(arguments: ["manifest.json", "notice.json", "table.csv", "SHA256SUMS"])
    func findsOneChangedByte(name: String) throws {
        var files = try plan().files
        let place = (files[name]?.count ?? 0) / 2
        files[name]?[place] ^= 1
        #expect(throws: PublicationFailure.self) { try NoticeArchive.read(files, name: "0001") }
    }

    @Test(arguments: ["manifest.json", "notice.json", "table.csv"])
    func findsAMissingFile(name: String) throws {
        var files = try plan().files
        files[name] = nil
        #expect(throws: PublicationFailure.fileMissing(archive: "notice 0001", file: name)) {
            try NoticeArchive.read(files, name: "0001")
        }
    }

    @Test func refusesTheFolderOfAnotherNumber() throws {
        #expect(throws: PublicationFailure.self) { try NoticeArchive.read(plan().files, name: "0002") }
    }

    @Test func leavesOutWhatTheManifestDoesNotName() throws {
        var files = try plan().files
        files["extra.html"] = Array("<script>".utf8)
        #expect(try NoticeArchive.read(files, name: "0001").files["extra.html"] == nil)
    }

    @Test func refusesNoticesThatDoNotFollowOneAnother() throws {
        let first = try plan().notice
        let second = try archive(SampleNotices.contents()[1], after: first).notice
        let stranger = try archive(SampleNotices.contents()[1], after: archive(SampleNotices.contents()[2]).notice)
            .notice
        #expect(try NoticeHistory([second, first]).latest?.number == 2)
        #expect(throws: PublicationFailure.noticesBroken(number: 2)) { try NoticeHistory([first, stranger]) }
        #expect(throws: PublicationFailure.noticesBroken(number: 2)) { try NoticeHistory([second]) }
        #expect(throws: PublicationFailure.noticesBroken(number: 2)) {
            try SampleSite.site(archives: [], notices: [NoticeArchive(notice: stranger, files: [:]), plan()])
        }
    }

    @Test func b64TheTableOfAPlanIsACSVOfWhichEachRowStandsAlone() throws {
        let csv = String(decoding: try plan().files["table.csv"] ?? [], as: UTF8.self)
        let lines = csv.split(separator: "\r\n").map(String.init)
        #expect(lines.first?.hasPrefix("kind,kind_en,kind_ar,kind_es,kind_fr,kind_pt,as-of,chapter,objective,") == true)
        #expect(lines.count == 4)
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("plan,Plan of action,") && $0.hasSuffix(",public") })
        // The objective stands in the second row too; a formula is none.
        #expect(lines[1].contains(",2026-03-01,1. Harbours,1. Light the harbours,1.1.a Put up forty lamps,Two months,"))
        #expect(lines[2].contains(",2026-03-01,1. Harbours,1. Light the harbours,\"1.1.b Lamps <script>"))
        #expect(lines[2].hasSuffix(",Three months,مكتب الميناء,,'=1+1,public"))
    }

    @Test func b99AnEstimateIsACSVOfMethodsWithTheirIntervals() throws {
        let csv = String(decoding: try archive(SampleNotices.contents()[5]).files["table.csv"] ?? [], as: UTF8.self)
        let lines = csv.split(separator: "\r\n").map(String.init)
        #expect(lines.first?.hasSuffix(",method_pt,persons,lower,upper,level,unit,marking") == true)
        #expect(lines.count == 3)
        #expect(lines[1].contains("estimate,\"An estimate, not a count\","))
        #expect(lines[1].hasSuffix(",9300,7500,12000,95,100,public"))
        #expect(lines[2].contains(",2025,chao,Chao’s lower bound,"))
    }

    @Test func whatHasNoTableHasNoCSV() throws {
        #expect(try archive(SampleNotices.contents()[1]).files["table.csv"] == nil)
    }
}
