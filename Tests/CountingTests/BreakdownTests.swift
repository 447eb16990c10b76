import Mechanisms
import Tables
import Testing
import Vocabulary

@testable import Counting

/// Into which category a person falls, worked by hand.
struct BreakdownTests {
    @Test(
        arguments: [
            (["NG"], "NG", "non-eu"), (["FR"], "FR", "eu"), (["GB"], "GB", "national"),
            (["NG", "GB"], "several", "national"), (["VN", "RO"], "several", "eu"),
            (["unknown", "GB"], "GB", "national"),
            (["unknown"], "unknown", "unknown"), (["stateless"], "stateless", "stateless"),
            (nil, "not-reported", "not-reported"),
            (["XX"], "not-on-list", "not-on-list"),
        ] as [([String]?, String, String)])
    func placesCitizenships(_ citizenships: [String]?, category: String, group: String) throws {
        var story = Story()
        story.episode(story.person("female", citizenships), by: story.organisation("Shelter"))
        let counter = try Country.counter(story)
        #expect(try counter.count("referrals", by: ["citizenship"]).figures == [[category]: 1])
        #expect(try counter.count("referrals", by: ["citizenship-group"]).figures == [[group]: 1])
    }

    @Test(
        arguments: [
            (["forced-labour"], nil, "forced-labour", "forced-labour", "labour-exploitation", "forced-labour"),
            (
                ["criminal-activities", "forced-labour"], nil, "forced-labour+criminal-activities", "forced-labour",
                "labour-exploitation", "forced-labour"
            ),
            (
                ["criminal-activities", "forced-labour"], "criminal-activities", "forced-labour+criminal-activities",
                "criminal-activities", "other", "other"
            ),
            (
                ["child-labour", "forced-labour"], nil, "forced-labour", "forced-labour", "labour-exploitation",
                "forced-labour"
            ),
            (
                ["pornography"], "pornography", "sexual-exploitation", "sexual-exploitation", "sexual-exploitation",
                "sexual-exploitation"
            ),
            (["unknown"], nil, "unknown", "unknown", "unknown", "unknown"),
            (["unknown", "organ-removal"], nil, "organ-removal", "organ-removal", "other", "organ-removal"),
            (nil, nil, "not-reported", "not-reported", "not-reported", "not-reported"),
            (["no-such-form"], nil, "not-on-list", "not-on-list", "not-on-list", "not-on-list"),
        ] as [([String]?, String?, String, String, String, String)])
    func placesForms(
        _ forms: [String]?, main: String?, exact: String, mainForm: String, union: String, unitedNations: String
    ) throws {
        var story = Story()
        let agency = story.organisation("Shelter")
        let person = story.person()
        story.episode(person, by: agency, incident: story.incident([person], forms: forms, main: main))
        let counter = try Country.counter(story)
        #expect(try counter.count("referrals", by: ["forms"]).figures == [[exact]: 1])
        #expect(try counter.count("referrals", by: ["main-form"]).figures == [[mainForm]: 1])
        #expect(try counter.count("referrals", by: ["eu-form"]).figures == [[union]: 1])
        #expect(try counter.count("referrals", by: ["unodc-form"]).figures == [[unitedNations]: 1])
    }

    @Test func keepsUnknownNotReportedAndZeroApart() throws {
        var story = Story()
        let agency = story.organisation("Shelter")
        for sex in ["unknown", nil, nil] { story.episode(story.person(sex), by: agency) }
        let table = try Country.counter(story).count("referrals", by: ["sex"])
        #expect(table.figures == [["unknown"]: 1, ["not-reported"]: 2])
        // Female is a counted zero: the category is there, without a cell, and nothing says that it was not reported.
        #expect(table.dimensions[0].place(of: "female") != nil)
        #expect(table.notReported.isEmpty)
    }

    @Test func takesTheFirstKnownSexAndAllCitizenshipsOfLinkedRecords() throws {
        var story = Story()
        let agency = story.organisation("Shelter")
        let first = story.person("unknown", ["NG"])
        let second = story.person("male", ["FR"])
        story.episode(first, by: agency)
        story.same(first, second)
        let counter = try Country.counter(story)
        #expect(
            try counter.count("registered-victims", by: ["sex", "citizenship"]).figures == [["male", "several"]: 1])
    }

    @Test func givesOrganisationsOfOneNameDifferentCodes() throws {
        var story = Story()
        for _ in 0..<2 { story.episode(story.person(), by: story.organisation("Women’s Aid, Leeds")) }
        #expect(
            try Country.counter(story).count("referrals", by: ["registering-organisation"]).figures
                == [["women-s-aid-leeds"]: 1, ["women-s-aid-leeds-2"]: 1])
    }

    @Test func refusesWhatItDoesNotKnowAndSaysWhatThereIs() throws {
        let counter = try Country.counter(Story())
        let indicators = IndicatorBook.all.map(\.code)
        #expect(throws: CountingFailure.unknownIndicator("victims", existing: indicators)) {
            try counter.count("victims")
        }
        #expect(
            throws: CountingFailure.unknownDimension(
                "sex", indicator: "cases",
                existing: ["year", "quarter", "month", "registering-organisation", "organisation-kind", "phenomenon"])
        ) { try counter.count("cases", by: ["sex"]) }
        #expect(throws: CountingFailure.dimensionTwice("sex")) { try counter.count("referrals", by: ["sex", "sex"]) }
    }
}
