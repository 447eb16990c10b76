@testable import Publication
import Testing

@Suite struct ImprintTests {
    @Test func readsWhoPublishesAndWhoseDataItIs() throws {
        let imprint = try SampleSite.imprint()
        #expect(imprint.publisher == ["en": "National rapporteur", "fr": "Rapporteur national"])
        #expect(imprint.contact == ["": "rapporteur@example.org"])
        #expect(imprint.attributions.map(\.link) == ["https://example.org/licence", nil])
    }

    @Test(arguments: [
        (["en": "A", "fr": "B"], "fr", "B"), (["en": "A"], "fr", "A"), (["": "C"], "fr", "C"), (["sq": "D"], "fr", "D"),
    ])
    func owesTheAttributionInAnyLanguage(texts: [String: String], language: String, text: String) {
        #expect(Imprint.text(texts, in: language)?.text == text)
    }

    @Test func marksATextOfAnotherLanguageAsSuch() {
        #expect(Imprint.text(["en": "A"], in: "fr")?.language == "en")
    }

    @Test(arguments: [
        "- a", "", "colour: red", "publisher: [a]", "attribution: a", "attribution:\n  - {link: \"https://a\"}",
        "attribution:\n  - {en: a, link: \"javascript:alert(1)\"}", "contact: {en: [a]}", "a: b: c",
    ])
    func refusesWhatItCannotRead(yaml: String) {
        #expect(throws: PublicationFailure.self) { try Imprint(yaml: yaml) }
    }

    @Test(arguments: [PageAddress.index, .tables, .methods, .about, .release(1)])
    func printsTheAttributionOnEveryPage(address: PageAddress) throws {
        let site = try SampleSite.site(archives: SampleSite.archives())
        let html = String(decoding: site.html(address, in: "fr") ?? [], as: UTF8.self)
        #expect(html.contains("licence A</span> <a href=\"https://example.org/licence\" rel=\"license\">Licence</a>"))
        #expect(html.contains("lang=\"en\" dir=\"auto\">Figures of &lt;shelters&gt;"))
    }
}
