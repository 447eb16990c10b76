import Tables
import Vocabulary

@testable import Counting

/// Code lists and rules of a small country, so that tests need no file.
enum Country {
    static func lists() throws -> CountingLists {
        try CountingLists(
            sexes: list("sexes", ["female", "male", "other", "unknown"]),
            ageGroups: list("age-groups", ["child", "adult", "unknown"]),
            countries: list("countries", ["AL", "FR", "GB", "NG", "RO", "VN", "stateless", "unknown"]),
            forms: forms(), phenomena: list("phenomena", ["trafficking", "smuggling", "both", "undetermined"]),
            organisationKinds: list(
                "organisation-kinds",
                ["ngo", "law-enforcement", "health-service", "central-government", "local-government"]))
    }

    static func settings() -> CountingSettings {
        let order = [
            "sexual-exploitation", "forced-labour", "domestic-servitude", "criminal-activities", "organ-removal",
            "other",
            "unknown",
        ]
        return CountingSettings(
            reportingCountry: "GB",
            citizenshipGroups: CodeMapping(
                from: "countries", to: "citizenship-groups", version: "1", source: "test",
                pairs: [
                    "AL": "non-eu", "FR": "eu", "GB": "non-eu", "NG": "non-eu", "RO": "eu", "VN": "non-eu",
                    "stateless": "stateless", "unknown": "unknown",
                ]),
            mainForm: rule("main-form", to: "exploitation-forms", order),
            euForm: (
                rule("eu-forms", to: "eu-forms", ["sexual-exploitation", "labour-exploitation", "other", "unknown"]),
                mapping(
                    "eu-forms", ["forced-labour": "labour-exploitation", "domestic-servitude": "labour-exploitation"])
            ),
            unodcForm: (
                rule(
                    "unodc-forms", to: "unodc-forms",
                    ["sexual-exploitation", "forced-labour", "organ-removal", "other"]),
                mapping("unodc-forms", ["forced-labour": "forced-labour", "domestic-servitude": "forced-labour"])
            ))
    }

    static func counter(
        _ story: Story, horizon: Horizon = .everything, settings: CountingSettings = Country.settings()
    ) throws -> Counter {
        Counter(facts: try facts(story, horizon: horizon), settings: settings)
    }

    static func facts(_ story: Story, horizon: Horizon = .everything) throws -> Facts {
        var facts = Facts(lists: try lists(), horizon: horizon)
        for event in story.events { try facts.fold(event) }
        return facts
    }

    private struct DoubleCode: Error {}

    static func list(_ name: String, _ ids: [String]) throws -> CodeList {
        try list(name, ids.map { Code(id: $0) })
    }

    private static func list(_ name: String, _ codes: [Code]) throws -> CodeList {
        guard let list = CodeList(name: name, version: "1", source: "test", codes: codes) else { throw DoubleCode() }
        return list
    }

    private static func forms() throws -> CodeList {
        let tops = [
            "sexual-exploitation", "forced-labour", "domestic-servitude", "criminal-activities", "organ-removal",
            "other",
            "unknown",
        ]
        return try list(
            "exploitation-forms",
            tops.map { Code(id: $0) } + [
                Code(id: "child-labour", parent: "forced-labour"),
                Code(id: "pornography", parent: "sexual-exploitation"),
            ])
    }

    private static func rule(_ name: String, to: String, _ precedence: [String]) -> BucketRule {
        BucketRule(
            name: name, version: "1", from: "exploitation-forms", to: to, precedence: precedence, prefersMain: true,
            whenNone: "unknown", source: "test")
    }

    private static func mapping(_ to: String, _ pairs: [String: String]) -> CodeMapping {
        let others = [
            "sexual-exploitation": "sexual-exploitation", "criminal-activities": "other",
            "organ-removal": to == "unodc-forms" ? "organ-removal" : "other", "other": "other", "unknown": "unknown",
        ]
        return CodeMapping(
            from: "exploitation-forms", to: to, version: "1", source: "test",
            pairs: pairs.merging(others) { first, _ in first })
    }
}

extension CountTable {
    /// Counts by the codes of their categories: `["2023", "female"]`.
    var figures: [[String]: Int] {
        Dictionary(
            uniqueKeysWithValues: cells.map { cell in
                (zip(dimensions, cell.coordinates).map { $0.categories[$1].code }, cell.count)
            })
    }

    /// Parts not reported, by codes; nil for all of a dimension.
    var gaps: [[String?]] {
        notReported.map { gap in
            zip(dimensions, gap).map { dimension, place in place.map { dimension.categories[$0].code } }
        }
    }
}
