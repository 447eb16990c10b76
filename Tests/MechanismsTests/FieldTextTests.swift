import Mechanisms
import Testing
import Vocabulary

struct FieldTextTests {
    private static let id = RecordID(high: 0x0193_0000_0000_7000, low: 0x8000_0000_0000_0001)

    private static let values: [(Field, FieldValue)] = [
        (.text("a"), .text("Two words")), (.code("a", list: "l"), .code("x")),
        (.codes("a", list: "l"), .codes(["x", "y"])),
        (.period("a"), .period(Period("2026-Q3") ?? .day(.init(daysSinceEpoch: 0)))),
        (.integer("a", in: 0...9), .integer(7)), (.boolean("a"), .boolean(false)), (.link("a", to: "b"), .link(id)),
        (.links("a", to: "b"), .links([id])),
    ]

    @Test(arguments: values)
    func whatIsWrittenIsReadAgain(field: Field, value: FieldValue) throws {
        #expect(try FieldText.value(FieldText.texts(of: value), of: field).get() == value)
    }

    @Test(arguments: values)
    func blanksAreNotReported(field: Field, value: FieldValue) throws {
        #expect(try FieldText.value(["  ", ""], of: field).get() == nil)
    }

    @Test(arguments: [
        Field.period("a"), .integer("a", in: 0...9), .boolean("a"), .link("a", to: "b"), .links("a", to: "b"),
    ])
    func anotherSpellingIsRefusedWithoutQuotingIt(field: Field) {
        guard case .failure(let problem) = FieldText.value(["Secret Name"], of: field) else {
            Issue.record("was taken")
            return
        }
        #expect(problem.code == "M106")
        #expect(!problem.message.contains("Secret"))
    }
}
