@testable import Publication
import TestKit
import Testing
import Vocabulary

@Suite struct NoticePageTests {
    private func site(withdrawn: Bool = true) throws -> Site {
        try SampleSite.site(
            archives: [], notices: SampleNotices.archives(),
            withdrawnNotices: withdrawn ? [SampleNotices.withdrawal()] : [])
    }

    private func html(_ address: PageAddress, in language: String = "en", withdrawn: Bool = true) throws -> String {
        String(decoding: try site(withdrawn: withdrawn).html(address, in: language) ?? [], as: UTF8.self)
    }

    @Test(arguments: ["en", "fr", "es", "pt", "ar"])
    func b64TheTableOfAPlanSaysWhichDayItShows(language: String) throws {
        let texts = try Example.texts(language)
        let html = try html(.notice(1), in: language)
        let day = texts.filled("site.notices.as-of", ["day": texts.day(try Example.day("2026-03-01"))])
        #expect(html.contains("<p class=\"note\">\(day)</p>"))
        #expect(try self.html(.notices, in: language).contains("<span>\(day)</span>"))
        #expect(html.contains("<ins>forty</ins> lamps"))
        #expect(html.contains("data-label=\"\(texts["plans.columns.timetable"])\""))
        #expect(!html.contains("⟦"))
    }

    @Test func b64EarlierAndLaterStatesOfAPlanLeadToOneAnother() throws {
        #expect(try html(.notice(1)).contains("<a href=\"/en/notices/3\">No. 3, published on 3 July 2026</a>"))
        #expect(try html(.notice(3)).contains("<a href=\"/en/notices/1\">No. 1, published on 1 July 2026</a>"))
        #expect(try !html(.notice(2)).contains("Others of the same kind and title"))
    }

    @Test func b75APracticeSaysHowWellItIsProven() throws {
        let html = try html(.notice(2), in: "fr")
        #expect(
            html.contains(
                "<dt>Degré de preuve</dt><dd>\(try Example.texts("fr")["codes.evidence-levels.evaluated"])</dd>"))
        #expect(
            html.contains("<p class=\"as-written\" dir=\"auto\">Nobody sees\nwho waits.</p><p class=\"as-written\""))
    }

    @Test func b71AJudgementStandsWithTheReplyOfTheState() throws {
        let html = try html(.notice(4), in: "ar")
        #expect(html.contains("<h1 dir=\"auto\">المادة 12 من الاتفاقية</h1>"))
        #expect(html.contains("<dt>رد الدولة</dt><dd><p class=\"as-written\" dir=\"auto\">The state replied.</p></dd>"))
        #expect(html.contains("<strong class=\"badge\">حكم على الامتثال</strong>"))
    }

    @Test(arguments: ["en", "fr", "es", "pt", "ar"])
    func b99AnEstimateIsToldFromCountsInTheListAndOnItsPage(language: String) throws {
        let words = try Example.texts(language)["site.notices.kinds.estimate"]
        let badge = "<strong class=\"badge caution\">\(words)</strong>"
        let list = try html(.notices, in: language)
        #expect(list.ranges(of: badge).count == 1, "in the list, once")
        #expect(try html(.notice(6), in: language).contains(badge))
    }

    @Test func nothingThatSomebodyWroteIsMarkup() throws {
        for address in [PageAddress.notices, .notice(1), .notice(2), .notice(5)] {
            let html = try html(address)
            #expect(!html.contains("<script") && !html.contains("<somebody>"))
            let endsAttribute = holds(html, "\"\u{301}")
            #expect(!endsAttribute)
        }
        #expect(try html(.notice(2)).contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    }

    /// Byte by byte: a quotation mark with an accent is no quotation mark to whoever reads characters.
    private func holds(_ text: String, _ part: String) -> Bool {
        Array(text.utf8).firstRange(of: Array(part.utf8)) != nil
    }

    @Test(arguments: ["en", "fr", "es", "pt", "ar"])
    func aWithdrawnNoticeShowsNothingOfWhatItSaid(language: String) throws {
        let site = try site()
        let texts = try Example.texts(language)
        for address in [PageAddress.notices, .notice(5)] + [1, 2, 3, 4, 6].map(PageAddress.notice) {
            #expect(try !html(address, in: language).contains("gone"), "\(address)")
        }
        let page = try html(.notice(5), in: language)
        #expect(
            page.contains("<h1 dir=\"auto\">\(texts.filled("site.notices.number", ["number": texts.digits(5)]))</h1>"))
        #expect(
            page.contains(texts.filled("site.notices.withdrawn", ["date": texts.day(try Example.day("2026-07-09"))])))
        #expect(page.contains("It named &lt;somebody&gt;"))
        #expect(page.contains(texts["site.notices.kinds.press-release"]))
        #expect(page.contains(site.notices.notices[4].hash), "later notices follow it")
        #expect(!page.contains("/notices/5/"), "nothing to download")
    }

    @Test func theFilesOfAWithdrawnNoticeAreGone() throws {
        let (before, after) = (try site(withdrawn: false), try site())
        for name in ["notice.json", "manifest.json", "SHA256SUMS"] {
            #expect(before.download(name, ofNotice: 5) != nil)
            #expect(after.download(name, ofNotice: 5) == nil)
            #expect(after.download(name, ofNotice: 4) != nil)
        }
        #expect(after.download("notice.json", ofNotice: 7) == nil && after.download("notice.json", ofNotice: 0) == nil)
    }

    @Test func aWithdrawnStateOfAPlanIsNoOtherOfAnything() throws {
        let withdrawal = Withdrawal(number: 3, on: try Example.day("2026-07-09"), reason: "Not yet.")
        let site = try SampleSite.site(
            archives: [], notices: SampleNotices.archives(), withdrawnNotices: [withdrawal])
        let html = String(decoding: site.html(.notice(1), in: "en") ?? [], as: UTF8.self)
        #expect(!html.contains("/en/notices/3"))
    }

    @Test func saysWhereNothingWasPublished() throws {
        let html = String(
            decoding: try SampleSite.site(archives: []).html(.notices, in: "en") ?? [], as: UTF8.self)
        #expect(html.contains("<p>Nothing has been published here yet.</p>") && !html.contains("<h2>"))
    }

    @Test func theTemplateNamesNothingThatAWithdrawnNoticeHasNot() throws {
        let keys = TemplateKeys(templates: try SampleSite.templates())
        let texts = try Example.texts("en")
        let withdrawn = try #require(
            NoticePage(try site(), texts, PageFrame(try site(), texts, at: .notice(5)), number: 5))
        let empty: Set = ["notice: body is empty", "notice: same is empty", "files: downloads is empty"]
        #expect(Set(keys.problems(of: withdrawn, in: "notice")).isSubset(of: empty))
    }
}
