import Testing

@testable import Linkage

/// Which misspellings and mistyped dates still share a form.
@Suite struct KeyFormsTests {
    @Test(arguments: [
        ("Teralin", "Terralin"), ("Teralin", "Tralin"), ("Teralin", "Teradin"), ("Teralin", "Tarelin"),
        ("Тералін", "Teralin"), ("Lumo Teralin", "Teralin, Lumo"), ("Lumo-Teralin", "Teralin"), ("Voskel", "Woskel"),
    ])
    func namesOneSlipApartShareAForm(one: String, other: String) {
        #expect(!Self.common(Self.name(one), Self.name(other)).isEmpty)
    }

    @Test(arguments: [("Teralin", "Voskel"), ("Lu", "Lo"), ("Pira", "Veda")])
    func otherNamesShareNone(one: String, other: String) {
        #expect(Self.common(Self.name(one), Self.name(other)).isEmpty)
    }

    @Test(arguments: [
        ("1990-02-03", "1990-03-02"), ("1990-02-03", "1909-02-03"), ("1990-02-03", "1990-02-13"),
        ("1990-02-03", "1991-02-03"), ("1990-02-03", "1990-12-03"), ("1990-02-03", "2990-02-03"),
    ])
    func datesOneSlipApartShareAForm(one: String, other: String) {
        #expect(!Self.common(Self.date(one), Self.date(other)).isEmpty)
    }

    @Test(arguments: [("1990-02-03", "1978-11-27"), ("1990", "1990"), ("", "")])
    func otherDatesAndYearsAloneShareNone(one: String, other: String) {
        #expect(Self.common(Self.date(one), Self.date(other)).isEmpty)
    }

    @Test(arguments: [("4478 1203", "44781203"), ("44781203", "44781293"), ("A-4478", "A 4478")])
    func numbersOneSlipApartShareAForm(one: String, other: String) {
        #expect(!Self.common(Self.code(one), Self.code(other)).isEmpty)
    }

    @Test func allValuesOfAKindHaveAsManyForms() {
        for name in ["", "L", "Lumo", "Lumo Teralin Voskel Pira", String(repeating: "teralin", count: 9)] {
            #expect(Self.name(name).count == NameForms.count)
        }
        for code in ["", "1", "44781203447812034478"] { #expect(Self.code(code).count == CodeForms.count) }
    }

    private static func common(_ one: [[UInt8]?], _ other: [[UInt8]?]) -> Set<[UInt8]> {
        Set(one.compactMap { $0 }).intersection(other.compactMap { $0 })
    }
    private static func name(_ text: String) -> [[UInt8]?] { NameForms.of([Spelling(text).sounds]) }
    private static func code(_ text: String) -> [[UInt8]?] { CodeForms.of(Spelling(text).letters[...]) }
    private static func date(_ text: String) -> [[UInt8]?] { DateForms.of(DateReading(samples: []).read(text)) }
}
