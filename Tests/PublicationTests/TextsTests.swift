import Disclosure
import Foundation
@testable import Publication
import TestKit
import Testing
import Vocabulary

@Suite struct TextsTests {
    @Test func comesInFiveLanguagesWithEnglishFirst() throws {
        #expect(try Example.languages().map(\.language) == ["en", "ar", "es", "fr", "pt"])
    }

    @Test func runsInTheDirectionThatICUKnows() throws {
        for texts in try Example.languages() {
            let isFromTheRight = Locale.Language(identifier: texts.language).characterDirection == .rightToLeft
            #expect(texts.direction == (isFromTheRight ? "rtl" : "ltr"), "\(texts.language)")
        }
    }

    @Test func everyLanguageHasExactlyTheTextsOfEnglish() throws {
        let english = try Example.texts("en")
        for texts in try Example.languages() {
            let wanted = TextsTests.keys(of: english, forms: texts.pluralForms)
            let found = texts.keys.filter { !$0.hasPrefix("plurals.") }
            #expect(wanted.subtracting(found).sorted() == [], "missing in \(texts.language)")
            #expect(Set(found).subtracting(wanted).sorted() == [], "only in \(texts.language)")
        }
    }

    @Test func noTextIsEmpty() throws {
        for texts in try Example.languages() {
            #expect(texts.keys.filter { texts[$0].isEmpty } == [], "in \(texts.language)")
        }
    }

    @Test func everyLanguageFillsTheSamePlaces() throws {
        let english = try Example.texts("en")
        let counted = TextsTests.countedKeys(of: english)
        for texts in try Example.languages() {
            let different = texts.keys.filter { key in
                let stem = key.split(separator: ".").dropLast().joined(separator: ".")
                let isForm = counted.contains(stem)
                let original = isForm ? "\(stem).other" : key
                // A form for one number (`one`, `two`) may say it in words.
                let free: Set<String> = isForm ? ["count"] : []
                return english.text(original) != nil
                    && Texts.places(in: english[original]).subtracting(free)
                        != Texts.places(in: texts[key]).subtracting(free)
            }
            #expect(different.sorted() == [], "in \(texts.language)")
        }
    }

    /// Texts that depend on a number: those that English has under `one` and under `other`, there with `{count}` to fill.
    private static func countedKeys(of english: Texts) -> Set<String> {
        Set(english.keys.filter { $0.hasSuffix(".one") }.map { String($0.dropLast(4)) })
            .filter { english.text("\($0).other")?.contains("{count}") == true }
    }

    /// The keys of English, its counted texts in the forms of another language.
    private static func keys(of english: Texts, forms: Set<String>) -> Set<String> {
        let counted = countedKeys(of: english)
        let others = english.keys.filter { key in
            !key.hasPrefix("plurals.") && !counted.contains { key == "\($0).one" || key == "\($0).other" }
        }
        return Set(others).union(counted.flatMap { stem in forms.map { "\(stem).\($0)" } })
    }

    @Test(arguments: [
        ("en", 4_746, "4,746"), ("fr", 4_746, "4\u{202F}746"), ("es", 4_746, "4746"), ("es", 14_746, "14.746"),
        ("pt", 14_746, "14\u{A0}746"), ("ar", 4_746, "4,746"),
    ])
    func groupsDigitsAsTheLanguageDoes(language: String, value: Int, text: String) throws {
        #expect(try Example.texts(language).number(value) == text)
    }

    @Test(arguments: [
        ("en", 0, "0 organisations"), ("en", 1, "1 organisation"), ("fr", 0, "0 organisme"), ("fr", 2, "2 organismes"),
        ("fr", 1_000_000, "1\u{202F}000\u{202F}000 d’organismes"), ("es", 1_000_000, "1.000.000 de organizaciones"),
        ("pt", 0, "0 organizações"), ("ar", 0, "لا جهات"), ("ar", 2, "جهتان"), ("ar", 7, "7 جهات"),
        ("ar", 12, "12 جهة"),
        ("ar", 100, "100 جهة"),
    ])
    func choosesTheFormForTheNumber(language: String, count: Int, text: String) throws {
        #expect(try Example.texts(language).counted("site.count.organisations", count) == text)
    }

    @Test(arguments: [
        ("en", "2023-Q3", "Q3 2023"), ("fr", "2023-Q3", "T3 2023"), ("fr", "2023-10-01", "1er octobre 2023"),
        ("en", "2023-07", "July 2023"), ("es", "2023-10-01", "1 de octubre de 2023"),
        ("pt", "2023-07", "julho de 2023"),
        ("pt", "2023-Q3", "T3 2023"), ("ar", "2023-10-31", "31 أكتوبر، 2023"), ("ar", "2023-Q3", "الربع 3/2023"),
    ])
    func writesPeriods(language: String, period: String, text: String) throws {
        #expect(try Period(period).map(Example.texts(language).period) == text)
    }

    @Test(arguments: [("ar-EG", "٢٠٢٣", "٣ يوليو، ٢٠٢٣"), ("ar-TN", "2023", "3 جويلية، 2023")])
    func writesDigitsAndMonthsOfTheLocale(locale: String, year: String, day: String) throws {
        let texts = try Texts(language: "ar", yaml: "locale: \(locale)\nsite:\n  format:\n    first: \"{day}\"\n")
        #expect(texts.digits(2023) == year)
        #expect(try texts.day(Example.day("2023-07-03")) == day)
    }

    @Test(arguments: [
        ("en", "a, b and c"), ("fr", "a, b et c"), ("es", "a, b y c"), ("pt", "a, b e c"),
        ("ar", "\u{2068}a\u{2069} و\u{2068}b\u{2069} و\u{2068}c\u{2069}"),
    ])
    func listsAsTheLanguageDoes(language: String, text: String) throws {
        #expect(try Example.texts(language).list(["a", "b", "c"]) == text)
    }

    @Test(arguments: [
        ("en", ["DE", "ES", "CH", "ZZ", "unknown"]), ("es", ["DE", "ES", "CH", "ZZ", "unknown"]),
        ("fr", ["DE", "ES", "CH", "ZZ", "unknown"]), ("ar", ["ES", "DE", "CH", "ZZ", "unknown"]),
        ("pt", ["DE", "ES", "CH", "ZZ", "unknown"]),
    ])
    func ordersNamesByTheAlphabetOfTheLanguage(language: String, order: [String]) throws {
        let codes = ["ZZ", "unknown", "CH", "ES", "DE"]
        // Germany Spain Switzerland; Alemania España Suiza; Allemagne Espagne Suisse; إسبانيا ألمانيا سويسرا.
        #expect(try Example.texts(language).alphabetical(codes, of: "countries") == order)
    }

    @Test(arguments: [("es", ["nz", "ñ", "o"]), ("pt", ["ñ", "nz", "o"])])
    func putsALetterWhereTheLanguageHasIt(language: String, order: [String]) throws {
        let labels = ["o", "ñ", "nz"].map { "    \"\($0)\": \"\($0)\"\n" }.joined()
        let texts = try Texts(language: language, yaml: "codes:\n  letters:\n\(labels)")
        #expect(texts.alphabetical(["o", "ñ", "nz"], of: "letters") == order)
    }

    @Test func namesTheMissingTextInsteadOfHidingIt() throws {
        #expect(try Example.texts("en")["site.no-such-text"] == "⟦site.no-such-text⟧")
    }

    @Test func readsNorwayAsACode() throws {
        let texts = try Texts(language: "en", yaml: "codes:\n  countries:\n    NO: Norway\n")
        #expect(texts.label(of: "NO", in: "countries") == "Norway")
    }

    @Test(arguments: ["[a, b]", "site:\n  - a\n", "a: b: c", "", "plurals: {few: some}"])
    func refusesAFileThatIsNoMapOfTexts(yaml: String) {
        #expect(throws: PublicationFailure.self) { try Texts(language: "xx", yaml: yaml) }
    }
}
