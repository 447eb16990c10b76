import Mechanisms
import Testing

@testable import Website

@Suite struct JSONReaderTests {
    private func read(_ text: String) throws -> JSON { try JSONReader.read(Array(text.utf8)) }

    @Test func readsWhatTheHouseWrites() throws {
        let value = JSON.members([
            "text": .text("ä\"\\\n😀"), "number": .number(-12), "list": .array([.boolean(true), .null, .array([])]),
            "object": .object([]),
        ])
        #expect(try read(value.text()) == value)
        #expect(try read(value.text(indent: 2)) == value)
    }

    @Test(arguments: [#""\u00e4""#: "ä", #""\ud83d\ude00""#: "😀", #""\/\b\f""#: "/\u{8}\u{c}"])
    func readsEscapes(text: String, value: String) throws { #expect(try read(text) == .text(value)) }

    @Test(arguments: [
        "", " ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "01", "1.5", "1e3", "-", "99999999999999999999", "nul",
        "\"\u{1}\"",
        "\"\\x\"", "\"\\ud83d\"", "\"\\ude00\"", "\"\\ud83d\\u0041\"", "\"open", "1 2", "{\"a\":1 \"b\":2}", "[1 2]",
        "{\"a\":1,\"a\":2}", "'a'", "NaN",
    ])
    func refusesEverythingElse(text: String) { #expect(throws: RequestRefusal.self) { try read(text) } }

    @Test func refusesWhatIsNotUTF8() {
        #expect(throws: RequestRefusal.self) { try JSONReader.read([0x22, 0xff, 0x22]) }
    }

    @Test func refusesMoreLevelsThanARecordHas() throws {
        func nested(_ levels: Int) -> String {
            String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        }
        #expect(throws: Never.self) { try read(nested(32)) }
        #expect(throws: RequestRefusal.self) { try read(nested(33)) }
        #expect(throws: RequestRefusal.self) { try read(nested(1_000_000)) }
    }
}
