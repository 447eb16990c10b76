import Foundation
import TestKit
import Testing

/// `rapporteur treaty`, by the built program (B79).
struct TreatyCommandTests {
    private let folder: TemporaryFolder
    private var data: [String] { ["--data", folder.path("r")] }

    init() throws {
        folder = try TemporaryFolder()
        try #require(BuiltProgram.run("init", "--data", folder.path("r")).status == 0)
        let treaties = """
            title,reference,adopted,parent,entry-consents,entry,later,withdrawal
            Lake Convention,LC,2000-11-15,,2,90 days,30 days,12 months
            Pond Protocol,PP,2000-11-15,LC,2,90 days,30 days,12 months
            """
        let acts = """
            treaty,party,kind,date,text
            LC,France,ratification,1 Feb 2001,
            LC,France,reservation,1 Feb 2001,Not on islands.
            LC,Portugal,accession,02/03/2002,
            PP,Spain,accession,02/03/2002,
            """
        try Data(treaties.utf8).write(to: folder.file("treaties.csv"))
        try Data(acts.utf8).write(to: folder.file("acts.csv"))
    }

    private func treaty(_ words: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["treaty"] + words + data)
    }

    @Test func b79BringsInListsAndSaysWhoWasBoundOnADay() throws {
        let treaties = try treaty("import", folder.path("treaties.csv"), "--layout", "treaties")
        #expect(treaties.status == 0, "\(treaties.talk)")
        let acts = try treaty("import", folder.path("acts.csv"), "--layout", "acts")
        #expect(acts.status == 3)
        #expect(acts.lines == ["rows      4", "new       3", "left out  1"])
        #expect(acts.talk.contains("I555 line 5") && acts.talk.contains("M137"))
        let parties = try treaty("parties", "--treaty", "LC", "--as-of", "2002-05-31")
        #expect(
            parties.lines.dropFirst() == [
                "LC,FR,France,party,2002-05-31,ratification,2001-02-01,2002-05-31,,,reservation 2001-02-01: Not on islands.,,professionals",
                "LC,PT,Portugal,party,2002-05-31,accession,2002-03-02,2002-05-31,,,,,professionals",
            ])
        #expect(try treaty("parties", "--as-of", "2002-05-30").lines.count == 1)
        #expect(try treaty("parties", "--as-of", "2002-05-30", "--all").lines.count == 3)
        let shown = try treaty("show", "LC")
        #expect(shown.output.contains("2002-05-31, reckoned from the consent of PT of 2002-03-02"))
        #expect(shown.output.contains("who leaves LC leaves it too"))
    }

    @Test(arguments: [["show", "Nowhere"], ["parties", "--treaty", "Nowhere"]])
    func saysWhichTreatiesThereAre(words: [String]) throws {
        let outcome = try BuiltProgram.run(["treaty"] + words + data)
        #expect(outcome.status == 1 && outcome.talk.contains("K107"))
    }

    @Test func refusesAFileOfAnotherLayout() throws {
        let outcome = try treaty("import", folder.path("treaties.csv"), "--layout", "acts")
        #expect(outcome.status == 1 && outcome.talk.contains("I301"))
    }
}
