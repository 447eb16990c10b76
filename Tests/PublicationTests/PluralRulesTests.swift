import Foundation
@testable import Publication
import Testing

@Suite struct PluralRulesTests {
    /// Samples of the Unicode CLDR 47, chart "Language Plural Rules", whole numbers only.
    @Test(arguments: [
        ("en", 0, "other"), ("en", 1, "one"), ("en", 2, "other"), ("en", 21, "other"),
        ("fr", 0, "one"), ("fr", 1, "one"), ("fr", 2, "other"), ("fr", 1_000_000, "many"), ("fr", 1_000_001, "other"),
        ("es", 0, "other"), ("es", 1, "one"), ("es", 2_000_000, "many"), ("es", 1_500_000, "other"),
        ("pt", 0, "other"), ("pt", 1, "one"), ("pt", 3_000_000, "many"),
        ("ar", 0, "zero"), ("ar", 1, "one"), ("ar", 2, "two"), ("ar", 3, "few"), ("ar", 10, "few"), ("ar", 103, "few"),
        ("ar", 11, "many"), ("ar", 99, "many"), ("ar", 1_011, "many"), ("ar", 100, "other"), ("ar", 102, "other"),
        ("ar", 1_000_000, "other"),
    ])
    func choosesAsTheCLDRDoes(language: String, count: Int, form: String) throws {
        #expect(try Example.texts(language).plurals.category(of: count).rawValue == form)
    }

    /// ICU writes "days" in four spellings in Arabic, and the forms keep them apart but for `zero`, `one` and `other`.
    @Test func agreesWithTheFormsThatICUWrites() throws {
        let style = Duration.UnitsFormatStyle(allowedUnits: [.days], width: .wide, zeroValueUnits: .show(length: 1))
            .locale(Locale(identifier: "ar"))
        let rules = try Example.texts("ar").plurals
        let spelling: [PluralRules.Category: String] = [
            .zero: "يوم", .one: "يوم", .two: "يومان", .few: "أيام", .many: "يومًا", .other: "يوم",
        ]
        for count in Array(0...220) + [999, 1_000, 1_003, 1_011, 1_100, 100_000] {
            let word = style.format(.seconds(count * 86_400)).split(separator: " ").last.map(String.init)
            #expect(word == spelling[rules.category(of: count)], "\(count)")
        }
    }

    @Test(arguments: ["n", "n = ", "x = 1", "n % 0 = 1", "n = 3..1", "n = 1..2..3", "n % 10", "n is 1", ""])
    func refusesWhatIsNoRule(rule: String) {
        #expect(PluralRules([.one: rule]) == nil)
    }

    @Test func takesOtherWhereNoRuleHolds() throws {
        let rules = try #require(PluralRules([:]))
        #expect(rules.categories == [.other])
        #expect(rules.category(of: 1) == .other)
    }
}
