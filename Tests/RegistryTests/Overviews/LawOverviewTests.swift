import Mechanisms
import Registry
import Testing
import Vocabulary

/// B80, B81: the law of a day, features by state, the concordance.
@Suite struct LawOverviewTests {
    private let house: OverviewHouse

    init() throws { house = try OverviewHouse() }

    private func law(_ title: String, from: String? = nil, until: String? = nil) throws -> RecordID {
        var fields: [String: FieldValue] = [
            "country": .code("PT"), "title": .text(title), "areas": .codes(["trafficking"]),
        ]
        if let from { fields["in-force-from"] = try house.day(from) }
        if let until { fields["in-force-until"] = try house.day(until) }
        return try house.take("enter", "law", nil, fields)
    }

    @Test(arguments: [
        ("2009-12-31", ["Old"]), ("2010-01-01", ["New", "Old"]), ("2010-06-30", ["New", "Old"]),
        ("2010-07-01", ["New"]),
    ])
    func b81TheLawOfADayIsOneQuery(day: String, titles: [String]) throws {
        _ = try law("Old", from: "2000-01-01", until: "2010-06-30")
        _ = try law("New", from: "2010-01-01")
        #expect(try house.column("law", of: .laws, on: day) == titles)
    }

    @Test func b81ALawOfWhichNobodySaidSinceWhenIsMarked() throws {
        _ = try law("Undated")
        #expect(try house.column("standing", of: .laws) == ["beginning-unknown"])
    }

    @Test func b81AWithdrawnLawIsNone() throws {
        try house.take("withdraw", "law", try law("Mistake", from: "2000-01-01"))
        #expect(try house.rows(.laws).isEmpty)
    }

    private func feature(_ country: String, _ answer: String, _ law: RecordID, on day: String) throws {
        let feature = try #require(house.registry.book.codeLists["law-features"]?.codes.first?.id)
        try house.take(
            "state", "law-feature", nil,
            [
                "country": .code(country), "feature": .code(feature), "present": .code(answer), "law": .link(law),
                "article": .text("art. 5"), "stands-on": try house.day(day),
            ])
    }

    @Test func b81TheMatrixHasTheNewestAnswerWithItsArticleAndAnEmptyCellIsNoAnswer() throws {
        let code = try law("Criminal code", from: "2000-01-01")
        try feature("PT", "absent", code, on: "2005-01-01")
        try feature("PT", "present", code, on: "2012-01-01")
        let row = try #require(try house.rows(.lawFeatures).first)
        #expect(row[0] == "PT" && row[1] == "present; Criminal code, art. 5; 2012-01-01")
        #expect(row.dropFirst(2).allSatisfy { $0.isEmpty })
        let earlier = try house.rows(.lawFeatures, on: "2010-01-01")
        #expect(earlier.first?[1].hasPrefix("absent; ") == true)
        #expect(try house.rows(.lawFeatures, on: "2001-01-01").isEmpty)
    }

    private func provision(_ article: String) throws -> RecordID {
        try house.take("enter", "provision", nil, ["instrument": .text("Directive"), "article": .text(article)])
    }

    private func assess(_ provision: RecordID, _ country: String, _ verdict: String, on day: String) throws {
        try house.take(
            "state", "transposition-assessment", nil,
            [
                "provision": .link(provision), "country": .code(country), "verdict": .code(verdict),
                "gap": .text("Nothing yet."), "assessed-on": try house.day(day),
            ])
    }

    @Test func b80TheNewestAssessmentComesBeforeTheEarlierOneWhichStays() throws {
        let provision = try provision("Article 18")
        _ = try self.provision("Article 5")
        try assess(provision, "PT", "none", on: "2015-01-01")
        try assess(provision, "PT", "unknown", on: "2012-01-01")
        try assess(provision, "ES", "none", on: "2013-01-01")
        let rows = try house.rows(.concordance).map { [$0[1], $0[2], $0[3], $0[4]] }
        #expect(
            rows == [
                ["Article 5", "", "not-assessed", ""], ["Article 18", "ES", "newest", "none"],
                ["Article 18", "PT", "newest", "none"], ["Article 18", "PT", "earlier", "unknown"],
            ])
        let before = try house.rows(.concordance, on: "2013-06-01").map { [$0[2], $0[3], $0[4]] }
        #expect(before.last == ["PT", "newest", "unknown"])
    }

    @Test(arguments: [false, nil] as [Bool?])
    func b82AnOrdinaryChangeNeedsNoTraining(answer: Bool?) throws {
        var fields: [String: FieldValue] = [
            "country": .code("PT"), "title": .text("Ordinary"), "areas": .codes(["trafficking"]),
        ]
        if let answer { fields["significant-change"] = .boolean(answer) }
        #expect(try house.codes { try house.take("enter", "law", nil, fields) }.isEmpty)
        fields["significant-change"] = .boolean(true)
        #expect(try house.codes { try house.take("enter", "law", nil, fields) } == ["M109"])
    }

    @Test func b82AChangeOfLawStaysOpenUntilItsTrainingIsDone() throws {
        let plan = try house.take("adopt", "plan", nil, ["title": .text("Plan")])
        let part = try house.take(
            "set", "plan-part", nil,
            ["plan": .link(plan), "level": .code("objective"), "place": .integer(1), "text": .text("Train")])
        let action = try house.take(
            "set", "plan-action", nil,
            [
                "plan": .link(plan), "part": .link(part), "place": .integer(1), "code": .text("1.1"),
                "text": .text("Course"), "assessment": .text("A list"), "assessment-kinds": .codes(["document"]),
            ])
        let law = try law("New", from: "2020-01-01")
        #expect(try house.rows(.lawChanges).isEmpty)
        let change: [String: FieldValue] = ["significant-change": .boolean(true)]
        #expect(try house.codes { try house.take("correct", "law", law, change) } == ["M109"])
        try house.take("correct", "law", law, change.merging(["training": .link(action)]) { $1 })
        #expect(try house.column("standing", of: .lawChanges) == ["training-open"])
        try house.take(
            "set", "action-deadline", nil,
            [
                "plan": .link(plan), "action": .link(action), "words": .text("31 August 2026"),
                "set-on": try house.day("2020-01-01"),
            ])
        #expect(try house.column("due-on", of: .lawChanges) == ["2026-08-31"])
        #expect(try house.column("standing", of: .lawChanges) == ["training-late"])
        #expect(try house.column("standing", of: .lawChanges, on: "2026-08-31") == ["training-open"])
        let evidence = try house.take(
            "submit", "action-evidence", nil,
            [
                "plan": .link(plan), "action": .link(action), "kind": .code("document"), "title": .text("The list"),
                "satisfies": .text("All were there."),
            ])
        try house.take("accept", "action-evidence", evidence)
        try house.take("finish", "plan-action", action, ["evidence": .links([evidence])])
        #expect(try house.column("standing", of: .lawChanges) == ["trained"])
        #expect(try house.rows(.lawChanges, on: "2019-12-31").isEmpty)
    }
}
