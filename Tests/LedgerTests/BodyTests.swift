import Mechanisms
import Testing
import Vocabulary

@testable import Ledger

@Suite struct BodyTests {
    private func body(_ changes: [String: FieldValue]) -> String {
        var bytes: [UInt8] = []
        BodyWriter.append(changes, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func changes(_ body: String) -> [String: FieldValue]? {
        Array(body.utf8).withUnsafeBytes { BodyReader.changes($0) }
    }

    @Test func writesKeysSortedAndValuesWithTheirType() {
        let written = body([
            "sex": .code("female"), "citizenships": .codes(["AL", "GB"]), "birth-year": .integer(-7),
            "consents": .boolean(true), "person": .link(Draft.id(1)),
        ])
        #expect(
            written
                == #"{"birth-year":["integer",-7],"citizenships":["codes","AL","GB"],"consents":["boolean",true],"#
                + #""person":["link","\#(Draft.id(1))"],"sex":["code","female"]}"#)
    }

    @Test(
        arguments: [
            .text(""), .text("a \"quoted\" \\ line\nwith\u{1} control, Ș and 漢字 and 👩‍👧"), .code("labour"), .codes([]),
            .codes(["a", "b", "a code of more than fifteen letters"]), .integer(.max), .integer(.min), .boolean(false),
            .link(Draft.id(3)), .links([]), .links([Draft.id(1), Draft.id(2)]), .sealed([]), .sealed([1]),
            .sealed(Array(0...255)), .period(Period(.quarter, holding: CalendarDate(daysSinceEpoch: 19_000))),
        ] as [FieldValue])
    func readsBackWhatItWrote(value: FieldValue) {
        #expect(changes(body(["field": value])) == ["field": value])
    }

    @Test(arguments: [
        "", "{", "{}x", "{ }", #"{"a":1}"#, #"{"a":["code"]}"#, #"{"a":["code","b"],}"#, #"{"a":["code","b"]"#,
        #"{"a":["code","b"],"a":["code","c"]}"#, #"{"a":["colour","b"]}"#, #"{"a":["integer",1.5]}"#,
        #"{"a":["link","nobody"]}"#, #"{"a":["sealed","AB="]}"#, #"{"a":["period","2023-Q5"]}"#,
        #"{"a":["text","\x"]}"#,
    ])
    func refusesWhatItWouldNotHaveWritten(body: String) {
        #expect(changes(body) == nil)
    }
}
