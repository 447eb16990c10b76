import Access
import ArgumentParser
import Foundation
import Testing

@testable import Commands

/// Every command that declares marked rows is run, in every format that it writes, and each row has its marking.
@Suite(.serialized) struct CommandOutputTests {
    /// A small country with one release; made once.
    private static let country = Result { try Country() }

    private struct Country {
        let folder: TemporaryFolder
        let data: String
        let person: String
        let form: String

        init() throws {
            folder = try TemporaryFolder()
            data = folder.path("country")
            try BuiltProgram.run("demo", "--persons", "40", "--data", data)
            try BuiltProgram.run("release", "create", "--table", "registered-victims", "--data", data)
            let listed = try BuiltProgram.run(
                "record", "list", "person", "--as", "caseworker", "--for", "Helpline", "--limit", "1", "--data", data)
            person = String(listed.lines.last?.prefix { $0 != "," } ?? "")
            form = folder.path("form.csv")
            try Data("cell,table,where\n1,,\n".utf8).write(to: folder.file("form.csv"))
            try Data("year,population,source,licence\n2026,1000,Office of Nowhere,CC0\n".utf8)
                .write(to: folder.file("people.csv"))
            try Data("action,timetable\nPlant trees,Mid 2026\n".utf8).write(to: folder.file("plan.csv"))
            try BuiltProgram.run(
                "plan", "import", folder.path("plan.csv"), "--layout", "table", "--title", "Parks", "--as-of",
                "2026-01-31", "--data", data)
            try Data("title,adopted,later\nParks Convention,2000-01-01,30 days\n".utf8)
                .write(to: folder.file("treaties.csv"))
            try Data("treaty,party,kind,date\nParks Convention,PT,signature,2001-01-01\n".utf8)
                .write(to: folder.file("acts.csv"))
            for layout in ["treaties", "acts"] {
                try BuiltProgram.run(
                    "treaty", "import", folder.path("\(layout).csv"), "--layout", layout, "--data", data)
            }
            try Data("number,text\n3,Plant trees.\n".utf8).write(to: folder.file("list.csv"))
            try BuiltProgram.run(
                "recommendation", "import", folder.path("list.csv"), "--body", "Parks Board", "--cycle", "Report",
                "--data", data)
            try Data("Trees, see CETS No. 197.".utf8).write(to: folder.file("trees.txt"))
            try BuiltProgram.run(
                "library", "import", folder.path("trees.txt"), "--number", "9200/1/26 REV 1", "--data", data)
            let contact = "DE,Park Watch,ngo,Gate,any,0001,eng,Europe/Berlin,always"
            try Data("state,agency,agency-kind,name,tasks,telephone,languages,zone,hours\n\(contact)\n".utf8)
                .write(to: folder.file("contacts.csv"))
            try BuiltProgram.run("contacts", "import", folder.path("contacts.csv"), "--data", data)
            try BuiltProgram.run(
                "record", "open", "circulation-list", "--step", "make", "--effective", "2026-01-31", "--field",
                "title=Gardeners", "--field", "kinds=caseworker", "--field", "made-on=2026-01-31", "--as",
                "coordinator",
                "--data", data)
            let border = ["--as", "liaison-officer", "--for", "Border Service", "--data", data]
            let posts = try BuiltProgram.run(
                "record", "list", "function", "--filter", "kind=liaison-officer", "--limit", "1", "--as",
                "coordinator", "--data", data)
            let post = String(posts.lines.last?.prefix { $0 != "," } ?? "")
            try BuiltProgram.run(
                [
                    "record", "open", "officer-skill", "--step", "enter", "--effective", "2026-01-31", "--field",
                    "handle=border-1", "--field", "fluent=yor", "--field", "available-until=2090-01-01", "--field",
                    "released-by=\(post)",
                ] + border)
        }
    }

    /// What makes a command print rows about the country; a command that is added needs its line here.
    private func runs(of command: String, _ country: Country) throws -> [[String]] {
        let worker = ["--as", "caseworker", "--for", "Helpline"]
        return switch command {
        case "rapporteur release create": [["--table", "referrals", "--format", "csv"]]
        case "rapporteur release list": [["--format", "csv"]]
        case "rapporteur release show": [["1"]]
        case "rapporteur release rate":
            [
                [
                    "1", "--table", "registered-victims-by-year-citizenship", "--population",
                    country.folder.path("people.csv"),
                ]
            ]
        case "rapporteur notice list": [[]]
        // It prints what the public reads word by word, as JSON: see below.
        case "rapporteur notice show": []
        case "rapporteur submission fill", "rapporteur submission send":
            [[country.form, "--requester", "Office", "--period", "2023"]]
        case "rapporteur submission list": [[]]
        case "rapporteur submission show": [["1"]]
        case "rapporteur record list": [["person"] + worker, ["task"] + worker]
        case "rapporteur record show", "rapporteur record history": [[country.person] + worker]
        case "rapporteur person accesses": [[country.person]]
        // In so small a country nobody may be on two lists; `EstimateRegisterTests` looks for its marking.
        case "rapporteur estimate register": []
        // In this country nobody is like anybody else; `LinksCommandTests` looks for the marking of those who are.
        case "rapporteur links known": []
        case "rapporteur plan list": [[]]
        case "rapporteur plan show": [["--plan", "Parks", "--as-of", "2026-01-31"]]
        case "rapporteur plan changes": [["--plan", "Parks", "--from", "2026-01-30", "--to", "2026-01-31"]]
        case "rapporteur plan gaps": [["--plan", "P 7"]]
        case "rapporteur overview show": [["plan-cuts"]]
        case "rapporteur treaty show": [["Parks Convention", "--format", "csv"]]
        case "rapporteur treaty parties": [["--all"]]
        case "rapporteur recommendation list": [[]]
        case "rapporteur contacts now": [["--state", "DE"]]
        case "rapporteur contacts skills": [["--language", "yor"]]
        case "rapporteur contacts manual": [[]]
        case "rapporteur contacts circulate": [["Gardeners"]]
        case "rapporteur library list": [[], ["--broken"]]
        case "rapporteur library show": [["9200/1/26", "--format", "csv"]]
        case "rapporteur library chain": [["9200/1/26"]]
        case "rapporteur library search": [["trees"]]
        case "rapporteur questionnaire list": [[]]
        case "rapporteur questionnaire show": [["What hinders your office"]]
        case "rapporteur questionnaire consolidate": [["--round", "First half-year"]]
        case "rapporteur protection due": [["--through", "2090-01-01", "--format", "csv"]]
        default: try #require(nil as [[String]]?, "\(command) has no run here")
        }
    }

    @Test func everyRowThatACommandGivesOutIsMarked() throws {
        let country = try Self.country.get()
        let markings = Set(Access.Marking.allCases.map(\.rawValue))
        for entry in try CommandTable(of: Rapporteur.self).entries where entry.command.output == .markedRows {
            for run in try runs(of: entry.name, country) {
                let words = entry.name.split(separator: " ").dropFirst().map(String.init)
                let outcome = try BuiltProgram.run(words + run + ["--data", country.data])
                let rows = outcome.output.split(whereSeparator: \.isNewline).map(String.init)
                #expect(rows.first?.hasSuffix(",marking") == true, "\(entry.name): \(rows.first ?? outcome.talk)")
                #expect(rows.count > 1, "\(entry.name)")
                // Of several tables, each has a head of its own.
                let isMarked = rows.filter { !$0.hasSuffix(",marking") }.allSatisfy { row in
                    row.split(separator: ",").last.map { markings.contains(String($0)) } == true
                }
                #expect(isMarked, "\(entry.name)")
            }
        }
    }

    /// Its columns are the breakdowns and the count: programs of others read them.
    @Test func countsAreMarkedBesideTheirTable() throws {
        let country = try Self.country.get()
        let counted = try BuiltProgram.run(
            "count", "registered-victims", "--by", "sex", "--format", "csv", "--data", country.data)
        #expect(counted.lines.first == "sex,count")
        #expect(counted.talk.contains("Marking: restricted"), "\(counted.talk)")
    }

    @Test(arguments: [
        ["count", "registered-victims"], ["release", "list"], ["protection", "due", "--through", "2090-01-01"],
    ])
    func theOtherFormatsSayItToo(words: [String]) throws {
        let country = try Self.country.get()
        let plain = try BuiltProgram.run(words + ["--data", country.data]).output
        #expect(plain.contains("restricted") || plain.contains("marked public"), "\(plain.prefix(300))")
        let json = try BuiltProgram.run(words + ["--format", "json", "--data", country.data]).output
        #expect(json.contains("\"marking\": \""), "\(json.prefix(300))")
    }

    @Test func aNoticeSaysItsMarkingAndThatItIsPublicOnceItIsOut() throws {
        let country = try Self.country.get()
        let list = try BuiltProgram.run("notice", "list", "--data", country.data).lines
        for (state, marking) in [("published", "public"), ("proposed", "professionals")] {
            let row = try #require(list.first { $0.contains(",\(state),") }, "\(list)")
            let shown = try BuiltProgram.run(
                "notice", "show", String(row.prefix { $0 != "," }), "--data", country.data)
            #expect(shown.output.contains("\"marking\" : \"\(marking)\""), "\(shown.output.prefix(300))")
        }
    }
}
