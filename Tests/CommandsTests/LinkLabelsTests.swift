import Foundation
import TestKit
import Testing

/// Issue 5: `rapporteur link evaluate --labels`: a run held against pairs that clerks judged.
@Suite struct LinkLabelsTests {
    private static let people = """
        id,first,last,born
        a1,Lumo,Teralin,1990-02-03
        a2,Lumo,Terralin,1990-02-03
        a3,Pira,Voskel,1981-04-09
        a4,Veda,Ronimar,1977-09-01
        a5,Ronimar,Veda,1977-09-01

        """
    private let folder: TemporaryFolder
    private let file: String

    init() throws {
        folder = try TemporaryFolder()
        file = try folder.write(Self.people, to: "people.csv").path
    }

    private func link(_ files: [String], _ roles: String = "given=first,family=last,birth=born") throws {
        let linked = try BuiltProgram.run(
            ["link"] + files + [
                "--roles", roles, "--out", folder.path("pairs.csv"), "--scores", folder.path("scores.csv"),
            ])
        #expect(linked.status == 0, "\(linked.talk)")
    }

    private func evaluated(_ labels: String, files: [String], _ more: [String]) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(
            ["link", "evaluate", "--pairs", folder.path("pairs.csv"), "--labels", labels, "--truth"] + files + more)
    }

    /// a1 and a2 are linked and labelled so; a4 and a5 are linked and nobody judged them; a1 and a3 are two persons, and
    /// were not linked.
    @Test func onlyLabelledPairsCountAndTheRestIsSaid() throws {
        try link([file])
        let labels = try folder.write(
            "id_1,id_2,judgement\na2,a1,same\na1,a3,different\na2,a3,Unsure\na3,a4,0.1\na1,a2,1\n", to: "labels.csv"
        ).path
        let outcome = try evaluated(
            labels, files: [file],
            [
                "--id", "id", "--scores", folder.path("scores.csv"), "--report", folder.path("page.html"), "--format",
                "json",
            ])
        #expect(outcome.status == 0, "\(outcome.talk)")
        let result = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(result["truePairs"] as? Int == 1 && result["foundPairs"] as? Int == 1 && result["f1"] as? Double == 1)
        let said = try #require(result["labels"] as? [String: Any])
        #expect(said["same"] as? Int == 1 && said["different"] as? Int == 2 && said["leftOut"] as? Int == 1)
        let linked = try #require(said["linked"] as? [String: Any])
        #expect(linked["pairs"] as? Int == 2 && linked["unlabelledShare"] as? Double == 0.5)
        #expect((result["thresholds"] as? [Any])?.isEmpty == false)
        let page = try String(contentsOfFile: folder.path("page.html"), encoding: .utf8)
        #expect(page.contains("1 of 2 (50.0 %); nothing is known of them") && !page.contains("⟦"))
        let text = try evaluated(labels, files: [file], ["--id", "id"])
        #expect(text.output.contains("1 of 2 linked pairs carry no label (50.0 %)"), "\(text.output)")
    }

    /// Without an id column, labels name rows, as pairs do that were written without one.
    @Test func pairsThatWereWrittenAreLabelledByOneMoreColumn() throws {
        let other = try folder.write(Self.people.replacing("\na", with: "\nb"), to: "other.csv").path
        try link([file, other])
        let pairs = try String(contentsOfFile: folder.path("pairs.csv"), encoding: .utf8)
            .split(separator: "\n").enumerated().map { "\($0.element),\($0.offset == 0 ? "judgement" : "same")" }
        let labels = try folder.write(pairs.joined(separator: "\n") + "\n", to: "labels.csv").path
        let outcome = try evaluated(labels, files: [file, other], ["--format", "csv"])
        #expect(
            outcome.lines.last?.hasPrefix("1.0,1.0,1.0,\(pairs.count - 1),\(pairs.count - 1),") == true, "\(outcome)")
        let within = try folder.write(
            "source_dataset_l,unique_id_l,source_dataset_r,unique_id_r,clerical_match_score\n"
                + "people,2,other,2,1.0\npeople,2,people,3,1.0\n", to: "splink.csv"
        ).path
        let splink = try evaluated(within, files: [file, other], ["--format", "json"])
        #expect(splink.output.contains("\"leftOut\":1") && splink.output.contains("\"same\":1"), "\(splink)")
    }

    @Test(arguments: [
        ("id_1,id_2,judgement\na1,a9,same\n", "row 2, record 2: “people.csv” has no such id"),
        ("id_1,id_2,judgement\na1,a2,same\na2,a1,different\n", "row 3 contradicts row 2"),
        ("id_1,id_2,judgement\na1,a2,perhaps\n", "row 2 is neither same, different nor unsure"),
        ("id_1,id_2,score\na1,a2,1.5\n", "number from 0 to 1"),
        ("id_1,id_2,score\na1,a1,1\n", "names one record twice"),
        ("id_1,id_2\na1,a2\n", "Q101"), ("id_1,judgement\na1,same\n", "Q101"),
        ("id_1,id_2,judgement\na1,a2,unsure\n", "no row says"),
    ])
    func labelsThatDoNotFitAreRefused(text: String, said: String) throws {
        try link([file])
        let outcome = try evaluated(folder.write(text, to: "labels.csv").path, files: [file], ["--id", "id"])
        #expect(outcome.status == 1 && outcome.talk.contains(said), "\(outcome.talk)")
        #expect(outcome.output.isEmpty)
    }

    @Test func anIdOfSeveralRowsOrOfAnUnknownFileIsRefused() throws {
        let twice = try folder.write(Self.people + "a1,Other,Person,1960-01-01\n", to: "twice.csv").path
        try link([file])
        let labels = try folder.write("id_1,id_2,judgement\na1,a2,same\n", to: "labels.csv").path
        let repeated = try evaluated(labels, files: [twice], ["--id", "id"])
        #expect(repeated.status == 1 && repeated.talk.contains("its id names several rows of “twice.csv”"))
        let unknown = try folder.write("id_1,file_1,id_2,file_2,judgement\na1,1,a2,third,same\n", to: "unknown.csv")
            .path
        let outcome = try evaluated(unknown, files: [file, twice], ["--id", "id"])
        #expect(outcome.status == 1 && outcome.talk.contains("no such file; there are 1 people.csv, 2 twice.csv"))
        let neither = try BuiltProgram.run("link", "evaluate", "--pairs", folder.path("pairs.csv"), "--truth", file)
        #expect(neither.status == 2 && neither.talk.contains("--labels"))
    }

    /// Splink's labels of 3,176 pairs hold every pair of one person: found and right are as by the key, and pairs of two
    /// persons that nobody labelled are said to be such.
    @Test(.enabled(if: Repository.shared("linkage/fake_1000_labels.csv") != nil))
    func splinksLabelsAreRead() throws {
        let records = try #require(Repository.shared("linkage/fake_1000.csv")).path
        let labels = try #require(Repository.shared("linkage/fake_1000_labels.csv")).path
        try link([records], "given=first_name,family=surname,birth=dob,place=city,other=email")
        let byLabels = try evaluated(labels, files: [records], ["--id", "unique_id", "--format", "csv"])
        let byKey = try BuiltProgram.run(
            "link", "evaluate", "--pairs", folder.path("pairs.csv"), "--truth", records, "--key", "cluster", "--format",
            "csv")
        let (some, all) = (try figures(byLabels), try figures(byKey))
        #expect(some["truePairs"] == 2031 && some["recall"] == all["recall"] && some["rightPairs"] == all["rightPairs"])
        #expect((some["foundPairs"] ?? 0) + (some["unlabelledPairs"] ?? 0) == all["foundPairs"])
        #expect(all["unlabelledPairs"] == 0)
    }

    private func figures(_ outcome: BuiltProgram.Outcome) throws -> [String: Double] {
        #expect(outcome.status == 0 && outcome.lines.count == 2, "\(outcome.talk)")
        let cells = outcome.lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        return Dictionary(uniqueKeysWithValues: zip(cells[0], cells[1].map { Double($0) ?? .nan }))
    }
}
