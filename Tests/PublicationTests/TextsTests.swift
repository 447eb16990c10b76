import Disclosure
import Publication
import TestKit
import Testing
import Vocabulary

@Suite struct TextsTests {
    @Test func everyLanguageHasExactlyTheTextsOfEnglish() throws {
        let english = try Example.texts("en")
        for texts in try Example.languages() {
            #expect(english.keys.subtracting(texts.keys).sorted() == [], "missing in \(texts.language)")
            #expect(texts.keys.subtracting(english.keys).sorted() == [], "only in \(texts.language)")
        }
    }

    @Test func everyLanguageFillsTheSamePlaces() throws {
        let english = try Example.texts("en")
        for texts in try Example.languages() {
            let different = english.keys.filter {
                Texts.places(in: english[$0]).subtracting(["count"])
                    != Texts.places(in: texts[$0]).subtracting(["count"])
            }
            #expect(different.sorted() == [], "in \(texts.language)")
        }
    }

    @Test(arguments: [("en", "4,746"), ("fr", "4\u{202F}746")])
    func groupsDigitsAsTheLanguageDoes(language: String, text: String) throws {
        #expect(try Example.texts(language).number(4_746) == text)
    }

    @Test(arguments: [
        ("en", 0, "0 organisations"), ("en", 1, "1 organisation"), ("fr", 0, "0 organisme"), ("fr", 2, "2 organismes"),
    ])
    func choosesTheFormForTheNumber(language: String, count: Int, text: String) throws {
        #expect(try Example.texts(language).counted("site.count.organisations", count) == text)
    }

    @Test(arguments: [
        ("en", "2023-Q3", "Q3 2023"), ("fr", "2023-Q3", "T3 2023"), ("fr", "2023-10-01", "1er octobre 2023"),
        ("en", "2023-07", "July 2023"),
    ])
    func writesPeriods(language: String, period: String, text: String) throws {
        #expect(try Period(period).map(Example.texts(language).period) == text)
    }

    @Test func namesTheMissingTextInsteadOfHidingIt() throws {
        #expect(try Example.texts("en")["site.no-such-text"] == "⟦site.no-such-text⟧")
    }

    @Test func readsNorwayAsACode() throws {
        let texts = try Texts(language: "en", yaml: "codes:\n  countries:\n    NO: Norway\n")
        #expect(texts.label(of: "NO", in: "countries") == "Norway")
    }

    @Test(arguments: ["[a, b]", "site:\n  - a\n", "a: b: c", ""])
    func refusesAFileThatIsNoMapOfTexts(yaml: String) {
        #expect(throws: PublicationFailure.self) { try Texts(language: "xx", yaml: yaml) }
    }
}
