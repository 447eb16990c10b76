import Foundation
import TestKit
import Testing

/// `rapporteur demo`, by the built program: what there is to coordinate in the country, as its commands say it.
/// One after another: they write down in one register that they have read it.
@Suite(.serialized) struct DemoCountryTests {
    private static let made = Result { try DemoFolder() }

    /// Made once for all tests.
    private final class DemoFolder: Sendable {
        let folder: TemporaryFolder
        let made: BuiltProgram.Outcome

        init() throws {
            folder = try TemporaryFolder()
            made = try BuiltProgram.run("demo", "--persons", "20", "--data", folder.path("country"))
        }
    }

    func ask(_ words: String...) throws -> [String] { try ask(words) }

    private func ask(_ words: [String]) throws -> [String] {
        let folder = try Self.made.get()
        try #require(folder.made.status == 0, "\(folder.made.talk)")
        let outcome = try BuiltProgram.run(words + ["--data", folder.folder.path("country")])
        #expect(outcome.status == 0, "\(words) \(outcome.talk)")
        return outcome.lines
    }

    @Test func b63HasAPlanWithActionsOfEveryStanding() throws {
        let rows = try ask("plan", "show", "--plan", "N 1").dropFirst()
        #expect(rows.count == 22)
        for standing in ["done", "late", "under-way", "silent"] {
            #expect(rows.contains { $0.contains(",\(standing),") }, "\(standing)")
        }
        // Words of its deadlines are understood, and some of them moved.
        #expect(rows.contains { $0.contains(",End of ") && $0.hasSuffix(",professionals") })
    }

    @Test func b64ThePlanWasAnotherBeforeItWasReviewed() throws {
        let day = Date(timeIntervalSinceNow: -200 * 86400).formatted(.iso8601.year().month().day())
        let today = Date().formatted(.iso8601.year().month().day())
        #expect(try ask("plan", "changes", "--plan", "N 1", "--from", day, "--to", today).count > 20)
    }

    @Test func b72NobodyCarriesOutSomeOfThePlanAbove() throws {
        let gaps = try ask("plan", "gaps", "--plan", "P 7").dropFirst().map { $0.prefix { $0 != "," } }
        #expect(gaps == ["4.1.b", "5.1.c"])
    }

    @Test func b66AQuestionnaireIsOutAndTheyStandDifferently() throws {
        let rows = try ask("questionnaire", "list")
        #expect(rows.count > 1)
        let shown = try ask("questionnaire", "consolidate", "--round", "First half-year").joined(separator: "\n")
        for state in ["accepted", "submitted", "returned", "in-progress", "not-opened"] {
            #expect(shown.contains(state), "\(state)")
        }
    }

    @Test func b69RecommendationsAreMappedAndSomeAreUnanswered() throws {
        // Six of the monitoring group, two of the evaluation.
        #expect(try ask("recommendation", "list").count == 9)
        // Of either, one that has no answer is carried out by an action.
        #expect(try ask("recommendation", "list", "--unanswered").count == 4)
    }

    @Test func b79TreatiesAndB103PapersAreThere() throws {
        #expect(try ask("treaty", "parties").contains { $0.contains("UNTOC") })
        #expect(try ask("library", "search", "victims").count > 1)
    }
}
