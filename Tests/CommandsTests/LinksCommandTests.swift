import Foundation
import Testing

/// `rapporteur links propose`, through the program as people run it, on a country that does not exist.
@Suite struct LinksCommandTests {
    private struct Figures: Decodable {
        let persons: Int
        let clear: Int
        let uncertain: Int
        let known: Int
        let stopped: Bool

        var proposed: Int { clear + uncertain }
    }

    private static let worker = ["--as", "caseworker", "--for", "Shelter North"]

    private func propose(_ data: String, _ more: String...) throws -> Figures {
        let outcome = try BuiltProgram.run(
            ["links", "propose", "--format", "json", "--data", data] + Self.worker + more)
        #expect(outcome.status == 0, "\(outcome.talk)")
        return try JSONDecoder().decode(Figures.self, from: Data(outcome.output.utf8))
    }

    @Test func aPairIsProposedOnceAndNamesNobody() throws {
        let folder = try TemporaryFolder()
        let data = folder.path("country")
        try BuiltProgram.run("demo", "--persons", "300", "--data", data)
        let first = try propose(data, "--threshold", "0.01")
        #expect(first.persons > 20)
        #expect(first.proposed >= 1)
        #expect(try propose(data, "--threshold", "0.01").proposed == 0)
        #expect(try propose(data, "--threshold", "0.01").known == first.proposed)

        let listed = try BuiltProgram.run(["record", "list", "same-person", "--data", data] + Self.worker)
        let pair = try #require(listed.lines.dropFirst().first).prefix { $0 != "," }
        let shown = try BuiltProgram.run(["record", "show", String(pair), "--data", data] + Self.worker)
        #expect(shown.output.contains("prior:"))
        let person = try #require(
            listed.lines.first { $0.contains(",first,shown,") }?.split(separator: ",").dropLast().last)
        let named = try BuiltProgram.run(["record", "show", String(person), "--data", data] + Self.worker)
        let names = named.lines.filter { $0.contains("-name,shown,") }.compactMap {
            $0.split(separator: ",").dropLast().last.map(String.init)
        }
        #expect(names.count == 2)
        for name in names { #expect(!shown.output.contains(name)) }
        let statistics = try BuiltProgram.run(
            "record", "show", String(pair), "--as", "rapporteur", "--data", data)
        #expect(!statistics.output.contains("prior:"), "evidence is not for figures")
    }

    @Test(
        arguments: [
            (["--as", "rapporteur"], 1, "R112"), (["--as", "system-operator"], 1, "R112"),
            (["--as", "caseworker", "--for", "Nobody"], 1, "K107"),
            (["--as", "caseworker", "--threshold", "1.5"], 2, "probability"), ([], 2, "--as"),
        ] as [([String], Int32, String)])
    func whatCannotBeAskedIsRefusedBeforeAnythingIsRead(words: [String], status: Int32, told: String) throws {
        let folder = try TemporaryFolder()
        try BuiltProgram.run("init", "--data", folder.path("r"))
        let outcome = try BuiltProgram.run(["links", "propose", "--data", folder.path("r")] + words)
        #expect(outcome.status == status)
        #expect(outcome.talk.contains(told), "\(outcome.talk)")
    }

    @Test func aPersonIsKnownByTheirRecordAndEachRowIsMarked() throws {
        let folder = try TemporaryFolder()
        let data = folder.path("country")
        try BuiltProgram.run("demo", "--persons", "300", "--data", data)
        #expect(try propose(data, "--threshold", "0.3").proposed >= 1)
        let listed = try BuiltProgram.run(["record", "list", "same-person", "--data", data] + Self.worker)
        let persons = ["first", "second"].compactMap { field in
            listed.lines.first { $0.contains(",\(field),shown,") }?.split(separator: ",").dropLast().last.map(
                String.init)
        }
        try #require(persons.count == 2)
        let known = try BuiltProgram.run(
            ["links", "known", "--record", persons[0], "--format", "csv", "--data", data] + Self.worker)
        #expect(known.status == 0, "\(known.talk)")
        #expect(known.lines.first == "record,per-thousand,agrees,near,differs,marking")
        #expect(known.lines.contains { $0.hasPrefix("\(persons[1]),") && $0.hasSuffix(",restricted") })
        let other = ["--as", "caseworker", "--for", "Helpline"]
        let elsewhere = try BuiltProgram.run(["links", "known", "--record", persons[0], "--data", data] + other)
        #expect(elsewhere.status == 1 && elsewhere.talk.contains("R101"))
    }

    @Test(
        arguments: [(["--as", "rapporteur"], 1, "R112"), (["--as", "coordinator"], 1, "R112"), ([], 2, "--as")]
            as [([String], Int32, String)])
    func whoSearchesNobodyIsRefused(words: [String], status: Int32, told: String) throws {
        let folder = try TemporaryFolder()
        try BuiltProgram.run("init", "--data", folder.path("r"))
        let outcome = try BuiltProgram.run(["links", "known", "--data", folder.path("r")] + words)
        #expect(outcome.status == status)
        #expect(outcome.talk.contains(told), "\(outcome.talk)")
    }

    @Test func anEmptyRegisterHasNoPairs() throws {
        let folder = try TemporaryFolder()
        try BuiltProgram.run("init", "--data", folder.path("r"))
        let outcome = try BuiltProgram.run(
            "links", "propose", "--as", "caseworker", "--format", "csv", "--data", folder.path("r"))
        #expect(outcome.status == 0, "\(outcome.talk)")
        #expect(outcome.lines == ["persons,passedOver,clear,uncertain,known,stopped", "0,0,0,0,0,false"])
    }
}
