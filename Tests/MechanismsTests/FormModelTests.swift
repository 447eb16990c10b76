import Mechanisms
import Testing

@Suite struct FormModelTests {
    @Test func theFormAsksForWhatTheStepNeedsAndOffersNoRetiredCode() throws {
        let form = try #require(try MiniatureBook.book().form(for: "thing", transition: "finish", in: "en"))
        #expect(form.entries.filter(\.isRequired).map(\.field) == ["note"])
        #expect(form.needs == ["reason-given", "filled", "never-earlier"])
        let colour = try #require(form.entries.first { $0.field == "colour" })
        guard case .choice(let options) = colour.control else {
            Issue.record("a code is chosen from a list")
            return
        }
        #expect(options.map(\.code) == ["red", "green"])
        #expect(options.map(\.label) == ["Red", "Green"])
    }

    @Test func thereIsNoFormForAStepThatDoesNotExist() throws {
        #expect(try MiniatureBook.book().form(for: "thing", transition: "vanish", in: "en") == nil)
    }

    @Test func theFragmentDescribesTheRecordAndEveryStep() throws {
        let fragment = try #require(try MiniatureBook.book().openAPIFragment(for: "thing")).text()
        #expect(fragment.contains(#""thing":{"type":"object""#))
        #expect(fragment.contains(#""thing.open":"#))
        #expect(fragment.contains(#""thing.finish":"#))
        #expect(fragment.contains(#""colour":{"type":"string","enum":["red","green","old"]}"#))
        #expect(fragment.contains(#""required":["colour"]"#))
    }

    @Test(arguments: [
        (JSON.text("a\"b\\c\n\u{1}"), #""a\"b\\c\n\u0001""#), (.array([]), "[]"),
        (.members(["a": .number(1), "b": .null]), #"{"a":1,"b":null}"#),
    ])
    func jsonIsWrittenAsTheStandardSays(value: JSON, text: String) {
        #expect(value.text() == text)
    }
}
