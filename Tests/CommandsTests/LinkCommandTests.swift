import Foundation
import Testing

/// `rapporteur link` on files as people have them.
@Suite struct LinkCommandTests {
    private static let roles = "given=first,family=last,birth=born"
    private static let people = """
        id,first,last,born,key
        a1,Lumo,Teralin,1990-02-03,1
        a2,Lumo,Terralin,1990-02-03,1
        a3,Pira,Voskel,1981-04-09,2
        a4,Veda,Ronimar,1977-09-01,3
        a5,Ronimar,Veda,1977-09-01,3

        """

    @Test func pairsAreWrittenAndMeasuredAgainstTheTruth() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(Self.people, to: "people.csv")
        let linked = try BuiltProgram.run(
            "link", file.path, "--roles", Self.roles, "--id", "id", "--out", folder.path("pairs.csv"), "--groups",
            folder.path("groups.csv"), "--report", folder.path("report.html"), "--format", "json")
        #expect(linked.status == 0, "\(linked.talk)")
        let pairs = try String(contentsOfFile: folder.path("pairs.csv"), encoding: .utf8)
        #expect(pairs.contains("a1,a2,1,2,1,3,"))
        let report = try String(contentsOfFile: folder.path("report.html"), encoding: .utf8)
        #expect(report.contains("<svg") && !report.contains("⟦") && !report.contains("Teralin"))
        let measured = try BuiltProgram.run(
            "link", "evaluate", "--pairs", folder.path("pairs.csv"), "--truth", file.path, "--key", "key", "--format",
            "json")
        #expect(measured.status == 0, "\(measured.talk)")
        #expect(measured.output.contains("\"precision\":1") && measured.output.contains("\"truePairs\":2"))
    }

    @Test func probabilitiesAreHeldAgainstTheTruth() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(Self.people, to: "people.csv")
        let linked = try BuiltProgram.run(
            "link", file.path, "--roles", Self.roles, "--out", folder.path("pairs.csv"), "--scores",
            folder.path("scores.csv"))
        #expect(linked.status == 0, "\(linked.talk)")
        let measured = try BuiltProgram.run(
            "link", "evaluate", "--pairs", folder.path("pairs.csv"), "--scores", folder.path("scores.csv"), "--truth",
            file.path, "--key", "key", "--bins", folder.path("bins.csv"), "--report", folder.path("report.html"),
            "--language", "ar", "--format", "json")
        #expect(measured.status == 0, "\(measured.talk)")
        #expect(measured.output.contains("\"of\":\"scored pairs\"") && measured.output.contains("\"brierScore\":"))
        let bins = try String(contentsOfFile: folder.path("bins.csv"), encoding: .utf8)
        #expect(bins.hasPrefix("from,to,pairs,stated,right,share,low95,high95\n"))
        let report = try String(contentsOfFile: folder.path("report.html"), encoding: .utf8)
        #expect(report.contains("<svg") && report.contains("dir=\"rtl\"") && !report.contains("⟦"))
    }

    @Test func scoresThatAreNoProbabilitiesAreRefused() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(Self.people, to: "people.csv")
        let scores = try folder.write("file_1,row_1,file_2,row_2,probability\n1,2,1,3,1.5\n", to: "scores.csv")
        let pairs = try folder.write("file_1,row_1,file_2,row_2\n1,2,1,3\n", to: "pairs.csv")
        let measured = try BuiltProgram.run(
            "link", "evaluate", "--pairs", pairs.path, "--scores", scores.path, "--truth", file.path, "--key", "key")
        #expect(measured.status == 1)
        #expect(measured.talk.contains("row 2 has no probability between 0 and 1"), "\(measured.talk)")
    }

    @Test(arguments: [("given=vorname", "Q101"), ("colour=first", "Q103"), ("first", "Q102")])
    func rolesThatDoNotFitAreRefused(roles: String, code: String) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(Self.people, to: "people.csv")
        let outcome = try BuiltProgram.run("link", file.path, "--roles", roles)
        #expect(outcome.status == 1)
        #expect(outcome.talk.contains(code), "\(outcome.talk)")
    }

    @Test func namesThatAreNotUTF8AndNamesThatAreEmptyAreRead() throws {
        let folder = try TemporaryFolder()
        let bytes = Array("first,last,born\nJos".utf8) + [0xE9] + Array(",Voskel,1990-02-03\n,,\n , ,\n".utf8)
        let file = try folder.file("old.csv")
        try Data(bytes + Array("Jose,Voskel,1990-02-03\n".utf8)).write(to: file)
        let outcome = try BuiltProgram.run("link", file.path, "--roles", Self.roles, "--out", folder.path("pairs.csv"))
        #expect(outcome.status == 0, "\(outcome.talk)")
        #expect(outcome.output.contains("4 records"))
    }

    @Test func twoHundredThousandMariasComeToAnEnd() throws {
        let folder = try TemporaryFolder()
        let rows = String(repeating: "Maria,,\n", count: 200_000)
        let file = try folder.write("first,last,born\n" + rows, to: "marias.csv")
        let outcome = try BuiltProgram.run("link", file.path, "--roles", Self.roles)
        #expect(outcome.status == 0, "\(outcome.talk)")
        #expect(outcome.output.contains("200000 records agree in first"), "\(outcome.output)")
    }
}
