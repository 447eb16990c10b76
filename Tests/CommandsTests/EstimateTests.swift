import Foundation
import TestKit
import Testing

/// `rapporteur estimate` from the outside, on small published tables written here.
@Suite(.enabled(if: BuiltProgram.executable != nil)) struct EstimateTests {
    private let folder: TemporaryFolder
    private let korea: String

    init() throws {
        folder = try TemporaryFolder()
        korea = try folder.write(
            "b,c,d,count\n1,0,0,5\n0,1,0,5\n0,0,1,41\n1,1,0,54\n1,0,1,6\n0,1,1,0\n1,1,1,12\n", to: "korea.csv"
        ).path
    }

    private func json(_ outcome: BuiltProgram.Outcome) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }

    /// 123 persons, and 41 · 64 / 18 more.
    @Test func givesTheFigureAsJSON() throws {
        let outcome = try BuiltProgram.run("estimate", korea, "--bootstrap", "200", "--format", "json")
        #expect(outcome.status == 0)
        let result = try json(outcome)
        #expect(result["observed"] as? Int == 123)
        #expect(abs((result["estimate"] as? Double ?? 0) - (123 + 41 * 64 / 18.0)) < 1e-6)
        #expect(result["model"] as? [String] == ["b:c"] && result["emptyPairs"] as? [String] == [])
        #expect(result["exists"] as? Bool == true && result["identified"] as? Bool == true && result["df"] as? Int == 2)
        let intervals = try #require(result["interval95"] as? [String: Any])
        #expect((intervals["bca"] as? [Double])?.count == 2 && (intervals["percentile"] as? [Double])?.count == 2)
    }

    @Test func givesTheSameBytesForTheSameSeed() throws {
        let arguments = ["estimate", korea, "--bootstrap", "100", "--seed", "7", "--format", "json"]
        let first = try BuiltProgram.run(arguments)
        #expect(try BuiltProgram.run(arguments).output == first.output)
        let other = try BuiltProgram.run(arguments.map { $0 == "7" ? "8" : $0 })
        #expect(other.output != first.output)
    }

    @Test(arguments: ["bic", "aic", "average", "dga", "all"]) func knowsEveryMethod(method: String) throws {
        let outcome = try BuiltProgram.run(
            "estimate", korea, "--method", method, "--bootstrap", "50", "--format", "json")
        #expect(outcome.status == 0)
        #expect((try json(outcome)["estimate"] as? Double ?? 0) > 123)
    }

    /// Resamples that were written are read again, and lead to the same limits.
    @Test func usesResamplesOfAFile() throws {
        let file = folder.path("resamples.csv")
        let arguments = ["estimate", korea, "--bootstrap", "60", "--resamples", file, "--format", "json"]
        let written = try BuiltProgram.run(arguments)
        #expect(FileManager.default.fileExists(atPath: file))
        let read = try BuiltProgram.run(arguments)
        #expect(written.output == read.output)
        #expect((try json(read)["resamples"] as? [Any])?.count == 60)
    }

    /// Resamples of another table would give an interval that has nothing to do with the figure.
    @Test(arguments: [
        ("cell1,cell2,cell3,cell4,cell5,cell6,cell7,cell8\n5,5,41,54,6,0,12,0\n", "cell8"),
        ("cell1,cell2,cell3,cell4,cell5,cell6,cell7\n5,5,41,54,6,0,13\n", "124 persons"),
    ])
    func refusesResamplesOfAnotherTable(text: String, said: String) throws {
        let file = try folder.write(text, to: "other.csv").path
        let outcome = try BuiltProgram.run("estimate", korea, "--resamples", file)
        #expect(outcome.status == 1 && outcome.talk.contains("E134") && outcome.talk.contains(said), "\(outcome.talk)")
    }

    @Test func listsEveryModel() throws {
        let outcome = try BuiltProgram.run("estimate", "models", korea, "--order", "2", "--format", "csv")
        #expect(outcome.status == 0 && outcome.lines.count == 9)
        #expect(outcome.lines[0] == "model,existence,estimate,deviance,df,aic,bic,empty")
        #expect(outcome.lines[4].hasPrefix("12 13,1,,"))
    }

    /// Issue 5: the best model by AIC is the one with the least AIC of the listing.
    @Test(arguments: ["aic", "bic"]) func choosesTheLeastOfTheListing(criterion: String) throws {
        let listing = try BuiltProgram.run("estimate", "models", korea, "--order", "2", "--format", "csv")
        let columns = try #require(listing.lines.first).split(separator: ",").map(String.init)
        let (value, estimate) = (columns.firstIndex(of: criterion) ?? 0, columns.firstIndex(of: "estimate") ?? 0)
        let rows = listing.lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let least = try #require(
            rows.filter { Double($0[value]) != nil }.min { Double($0[value]) ?? 0 < Double($1[value]) ?? 0 })
        let chosen = try json(
            BuiltProgram.run("estimate", korea, "--method", criterion, "--bootstrap", "50", "--format", "json"))
        #expect(chosen[criterion] as? Double == Double(least[value]))
        #expect(chosen["estimate"] as? Double == Double(least[estimate]))
        #expect((chosen["bestAmong"] as? [Any])?.isEmpty == false)
    }

    @Test func writesAPage() throws {
        let page = folder.path("page.html")
        let outcome = try BuiltProgram.run(
            "estimate", korea, "--bootstrap", "50", "--simulations", "3", "--report", page, "--language", "fr",
            "--format", "json")
        #expect(outcome.status == 0)
        let report = try #require(try json(outcome)["report"] as? [String: Any])
        #expect((report["verdict"] as? [String: Any])?["light"] as? String == "red")
        #expect((report["models"] as? [Any])?.count == 8)
        let html = try String(contentsOfFile: page, encoding: .utf8)
        #expect(html.contains("<html lang=\"fr\"") && !html.contains("⟦"))
    }

    @Test func estimatesFromListsOfPersons() throws {
        let file = try folder.write("id,agency\np,A\nq,A\nq,B\nr,B\ns,B\n", to: "persons.csv").path
        let outcome = try BuiltProgram.run(
            "estimate", file, "--person", "id", "--list", "agency", "--bootstrap", "20", "--format", "json")
        #expect(try json(outcome)["observed"] as? Int == 4)
    }

    @Test(arguments: [
        ("A,B,count\n1,0,4\n0,1,9\n", "E121"), ("A,count\n1,4\n", "E101"), ("A,B,count\n1,0,0\n0,1,0\n", "E105"),
        ("A,B,count\n1,0,-4\n0,1,3\n", "E106"), ("x,y,A,B\n4,3,1,0\n5,6,0,1\n2,2,1,1\n9,9,1,1\n", "E109"),
    ])
    func refusesWithAReason(text: String, code: String) throws {
        let outcome = try BuiltProgram.run("estimate", folder.write(text, to: "table.csv").path)
        #expect(outcome.status == 1 && outcome.talk.contains(code) && outcome.output.isEmpty)
    }

    @Test func refusesANamedModelWithoutAnswer() throws {
        let file = try folder.write("A,B,C,count\n1,0,0,40\n0,1,0,30\n0,0,1,20\n1,1,0,6\n", to: "artificial.csv").path
        let outcome = try BuiltProgram.run("estimate", file, "--model", "A:B")
        #expect(outcome.status == 1 && outcome.talk.contains("E122"))
        #expect(try BuiltProgram.run("estimate", file, "--model", "none", "--bootstrap", "20").status == 0)
        #expect(try BuiltProgram.run("estimate", file, "--model", "A:X").talk.contains("E123"))
    }

    @Test func saysThatAThresholdIsMisused() throws {
        #expect(try BuiltProgram.run("estimate", korea, "--p", "2").status == 2)
    }

    @Test(.enabled(if: Repository.shared("mse") != nil)) func reproducesThePublishedLimits() throws {
        let mse = try #require(Repository.shared("mse"))
        let outcome = try BuiltProgram.run(
            "estimate", mse.appending(path: "UKdat_5.csv").path, "--resamples",
            mse.appending(path: "reference/UKdat_5.csv").path, "--format", "json")
        let intervals = try #require(try json(outcome)["interval95"] as? [String: Any])
        let limits = try #require(intervals["bca"] as? [Double])
        #expect(abs(limits[0] - 8784.77990919649) < 0.01 && abs(limits[1] - 14700.5491597645) < 0.01)
    }
}
