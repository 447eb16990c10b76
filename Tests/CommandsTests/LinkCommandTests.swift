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
        #expect(measured.output.contains("\"thresholds\":[{\"threshold\":0.99"), "\(measured.output)")
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

    /// What a run wrote down of itself leads to the same pairs; a person may make levels fewer and fix the prior.
    @Test func aDescriptionSaysFieldsLevelsAndPrior() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(Self.people, to: "people.csv")
        let described = folder.path("found.yaml")
        let found = try BuiltProgram.run(
            "link", file.path, "--roles", Self.roles, "--describe", described, "--out", folder.path("first.csv"))
        #expect(found.status == 0, "\(found.talk)")
        let text = try String(contentsOfFile: described, encoding: .utf8)
        #expect(text.contains("measure: learnt\n    levels: [exact, same-sound, same-consonants, alike-24.0-bits,"))
        let again = try BuiltProgram.run(
            "link", file.path, "--description", described, "--out", folder.path("second.csv"))
        #expect(again.status == 0, "\(again.talk)")
        #expect(try Data(contentsOf: folder.file("first.csv")) == Data(contentsOf: folder.file("second.csv")))
        let changed = try folder.write(
            """
            fields:
              - {column: first, role: given, compare: name, measure: jaro-winkler, levels: [exact, jaro-winkler-0.92]}
              - {column: last, role: family, measure: jaro-winkler, sounds: chinese}
              - {column: born, role: birth}
            prior: 0.05
            """, to: "changed.yaml")
        let linked = try BuiltProgram.run(
            "link", file.path, "--description", changed.path, "--describe", described, "--format", "json")
        #expect(try String(contentsOfFile: described, encoding: .utf8).contains("    sounds: chinese\n"))
        #expect(linked.status == 0 && linked.output.contains("jaro-winkler-0.92"), "\(linked.output)\(linked.talk)")
    }

    @Test(arguments: [
        ("levels: [near]", "Q110"), ("measure: soundex", "jaro-winkler"), ("weight: 3", "column, compare, levels"),
        ("sounds: klingon", "all, chinese, arabic-west-african"),
    ])
    func aDescriptionThatIsNotUnderstoodIsRefused(line: String, said: String) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(Self.people, to: "people.csv")
        let description = try folder.write(
            "fields:\n  - column: first\n    role: given\n    \(line)\n", to: "odd.yaml")
        let outcome = try BuiltProgram.run("link", file.path, "--description", description.path)
        #expect(outcome.status == 1 && outcome.talk.contains(said), "\(outcome.talk)")
    }

    /// Issue 5: the second file has other headers, which say what they hold; nobody has to name them.
    @Test func aLaterFileWithOtherHeadersIsUnderstoodAndTold() throws {
        let folder = try TemporaryFolder()
        let one = try folder.write(Self.people, to: "one.csv").path
        let other = try folder.write(
            "Nummer;Vorname;Nachname;Geburtsdatum\nb1;Lumo;Teralin;03.02.1990\nb2;Pira;Voskel;09.04.1981\n",
            to: "zwei.csv"
        ).path
        let linked = try BuiltProgram.run(
            "link", one, other, "--roles", Self.roles, "--id", "id", "--id", "Nummer", "--out", folder.path("pairs.csv")
        )
        #expect(linked.status == 0, "\(linked.talk)")
        #expect(linked.talk.contains("Vorname for first, Nachname for last, Geburtsdatum for born"), "\(linked.talk)")
        #expect(try String(contentsOfFile: folder.path("pairs.csv"), encoding: .utf8).contains("a3,b2,1,4,2,3,"))
        let said = try BuiltProgram.run(
            "link", one, other, "--roles", Self.roles, "--roles", "family=Nachname,given=Vorname,birth=Geburtsdatum",
            "--id", "id", "--id", "Nummer", "--out", folder.path("said.csv"))
        #expect(said.status == 0 && !said.talk.contains("was taken"), "\(said.talk)")
        #expect(try Data(contentsOf: folder.file("said.csv")) == Data(contentsOf: folder.file("pairs.csv")))
    }

    @Test func aLaterFileThatLeavesADoubtIsRefused() throws {
        let folder = try TemporaryFolder()
        let one = try folder.write(Self.people, to: "one.csv").path
        let other = try folder.write("a,b,born\nLumo,Teralin,1990-02-03\n", to: "other.csv").path
        let doubt = try BuiltProgram.run("link", one, other, "--roles", Self.roles)
        #expect(doubt.status == 1 && doubt.talk.contains("Q111") && doubt.talk.contains("a, b, born"), "\(doubt.talk)")
        let misuse = try BuiltProgram.run("link", one, other, one, "--roles", Self.roles, "--roles", Self.roles)
        #expect(misuse.status == 2 && misuse.talk.contains("once for each of the 3"), "\(misuse.talk)")
    }

    /// The second file comes from elsewhere: other order of columns, other separator, month before day.
    @Test func eachFileIsReadInItsOwnWay() throws {
        let folder = try TemporaryFolder()
        let names = (0..<40).map { "Lumo\(String(repeating: "ka", count: $0 % 4))\($0 % 7 == 0 ? "ri" : "to")" }
        let rows = names.enumerated().map { place, name in
            (first: name, last: "Tera\(place)lin", day: 10 + place % 19, month: 1 + place % 12, key: place)
        }
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let one =
            "first,last,born,key\n"
            + rows.map { "\($0.first),\($0.last),1990-\(padded($0.month))-\($0.day),\($0.key)\n" }.joined()
        let other =
            "key;born;last;first\n"
            + rows.map { "\($0.key);\(padded($0.month))/\($0.day)/1990;\($0.last);\($0.first)\n" }.joined()
        let files = try [folder.write(one, to: "one.csv").path, folder.write(other, to: "other.csv").path]
        let linked = try BuiltProgram.run(
            ["link"] + files + ["--roles", Self.roles, "--out", folder.path("pairs.csv"), "--format", "json"])
        #expect(linked.status == 0, "\(linked.talk)")
        let measured = try BuiltProgram.run(
            ["link", "evaluate", "--pairs", folder.path("pairs.csv"), "--truth"] + files + [
                "--key", "key", "--format", "csv",
            ])
        #expect(measured.lines.dropFirst().first?.hasPrefix("1.0,1.0,1.0,40,40,") == true, "\(measured.output)")
    }

    /// A given name alone links nobody; with the same date each is like each.
    @Test(arguments: ["Maria,,\n", "Maria,Voskel,1990-02-03\n"])
    func twoHundredThousandMariasComeToAnEnd(row: String) throws {
        let folder = try TemporaryFolder()
        let rows = String(repeating: row, count: 200_000)
        let file = try folder.write("first,last,born\n" + rows, to: "marias.csv")
        let outcome = try BuiltProgram.run("link", file.path, "--roles", Self.roles)
        #expect(outcome.status == 0, "\(outcome.talk)")
        #expect(outcome.output.contains("200000 records agree in first"), "\(outcome.output)")
    }
}
