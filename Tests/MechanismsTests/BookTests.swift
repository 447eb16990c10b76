import Access
import Mechanisms
import Testing
import Vocabulary

@Suite struct BookTests {
    private func problems(_ make: () throws(BookFailure) -> Book) -> [BookFailure.Problem] {
        do {
            _ = try make()
            return []
        } catch {
            return error.problems
        }
    }

    @Test func aSoundBookStarts() throws {
        let book = try MiniatureBook.book()
        #expect(book.mechanism("thing")?.fields.count == 9)
    }

    @Test func aStateThatNoWayLeadsToIsNamed() {
        let found = problems { () throws(BookFailure) in
            try MiniatureBook.book(MiniatureBook.mechanism(states: ["new", "done", "lost"]))
        }
        #expect(found.map(\.kind) == [.state])
        #expect(found.first?.message.contains("“thing”") == true)
        #expect(found.first?.message.contains("lost") == true)
    }

    @Test func anUnknownCodeListIsNamedWithItsField() {
        let found = problems { () throws(BookFailure) in
            try MiniatureBook.book(
                MiniatureBook.mechanism(
                    fields: [.code("shade", list: "shades")], states: ["new"],
                    transitions: [.opening(to: "new", by: [.coordinator])]))
        }
        #expect(found.map(\.kind) == [.unknownList])
        #expect(found.first?.field == "shade")
        #expect(found.first?.message.contains("shades") == true)
    }

    @Test func aLinkOutOfTheBookIsNamed() {
        let found = problems { () throws(BookFailure) in
            try MiniatureBook.book(
                MiniatureBook.mechanism(
                    fields: [.link("owner", to: "nobody")], states: ["new"],
                    transitions: [.opening(to: "new", by: [.coordinator])]))
        }
        #expect(found.map(\.kind) == [.unknownMechanism])
    }

    @Test func aTransitionThatNobodyMayTakeIsNamed() {
        let found = problems { () throws(BookFailure) in
            try MiniatureBook.book(
                MiniatureBook.mechanism(fields: [], states: ["new"], transitions: [.opening(to: "new", by: [])]))
        }
        #expect(found.map(\.kind) == [.nobodyMay])
    }

    @Test func aGuardOnAFieldThatIsNotThereIsNamed() {
        let found = problems { () throws(BookFailure) in
            try MiniatureBook.book(
                MiniatureBook.mechanism(
                    fields: [], states: ["new"],
                    transitions: [.opening(to: "new", by: [.coordinator], needs: [Filled("reasons")])]))
        }
        #expect(found.map(\.kind) == [.unknownField])
        #expect(found.first?.field == "reasons")
    }

    @Test func anIdentityWithoutAPersonWhoseKeySealsItIsNamed() {
        let found = problems { () throws(BookFailure) in
            try MiniatureBook.book(
                MiniatureBook.mechanism(
                    fields: [.identity("name")], states: ["new"],
                    transitions: [.opening(to: "new", by: [.coordinator])]))
        }
        #expect(found.map(\.kind) == [.noSubject])
    }

    @Test func aClockThatNobodySetsIsNamed() {
        let found = problems { () throws(BookFailure) in try MiniatureBook.book(clocks: [:]) }
        #expect(found.map(\.kind) == [.unknownClock])
    }

    @Test func aTextMissingInOneLanguageIsNamedWithTheLanguage() {
        let mechanisms = [MiniatureBook.box, MiniatureBook.mechanism()]
        let english = MiniatureBook.labels(for: mechanisms).byLanguage["en"] ?? [:]
        let french = english.filter { $0.key != TextKey.state("thing", "done") }
        let found = problems { () throws(BookFailure) in
            try MiniatureBook.book(labels: Labels(["en": english, "fr": french]))
        }
        #expect(found.map(\.kind) == [.missingText])
        #expect(found.first?.message.contains("“fr”") == true)
    }

    @Test func everyProblemIsReportedNotTheFirst() {
        let found = problems { () throws(BookFailure) in
            try MiniatureBook.book(
                MiniatureBook.mechanism(
                    fields: [.code("shade", list: "shades"), .link("owner", to: "nobody")], states: ["new", "lost"],
                    transitions: [.opening(to: "new", by: [])]))
        }
        #expect(Set(found.map(\.kind)) == [.unknownList, .unknownMechanism, .state, .nobodyMay])
    }
}

@Suite struct CountryOverlayTests {
    private let labels = [
        "en": [
            "codes.colours.crimson": "Crimson", TextKey.field("thing", "district"): "District",
        ]
    ]

    @Test func aCountryAddsFieldsCodesAndLongerClocks() throws {
        let overlay = CountryOverlay(
            country: "PT",
            fields: [("thing", .national("district", .text, sensitivity: .restricted))],
            codes: [("colours", Code(id: "crimson", parent: "red", isNational: true))],
            clocks: ["grace": 20], labels: labels)
        let book = try MiniatureBook.book(overlay: overlay)
        #expect(book.mechanism("thing")?.field("district")?.isNational == true)
        #expect(book.codeLists["colours"]?.root(of: "crimson") == "red")
        #expect(book.codeLists["colours"]?.version == "1+PT")
        #expect(book.clocks["grace"] == 20)
    }

    /// Decision 0112: a country cannot be asked for every language of the house.
    @Test(arguments: [("en", []), ("fr", [BookFailure.Kind.missingText, .missingText])])
    func whatACountryAddsNeedsALabelInEnglishOnly(language: String, problems: [BookFailure.Kind]) {
        let mechanisms = [MiniatureBook.box, MiniatureBook.mechanism()]
        let english = MiniatureBook.labels(for: mechanisms).byLanguage["en"] ?? [:]
        let overlay = CountryOverlay(
            country: "PT", fields: [("thing", .national("district", .text, sensitivity: .restricted))],
            codes: [("colours", Code(id: "crimson", parent: "red", isNational: true))],
            labels: [language: labels["en"] ?? [:]])
        do {
            _ = try MiniatureBook.book(labels: Labels(["en": english, "fr": english]), overlay: overlay)
            #expect(problems.isEmpty)
        } catch {
            #expect(error.problems.map(\.kind) == problems)
        }
    }

    @Test func aNationalCodeGoesWhereItsParentGoes() throws {
        let overlay = CountryOverlay(
            country: "PT", codes: [("colours", Code(id: "crimson", parent: "red", isNational: true))], labels: labels)
        let mechanisms = [MiniatureBook.box, MiniatureBook.mechanism()]
        let book = try Book(
            mechanisms: mechanisms, codeLists: [MiniatureBook.colours].compactMap { $0 },
            mappings: [
                CodeMapping(from: "colours", to: "buckets", version: "1", source: "test", pairs: ["red": "warm"])
            ], bucketRules: [], clocks: ["grace": 10], labels: MiniatureBook.labels(for: mechanisms), overlay: overlay)
        #expect(book.mapping(from: "colours", to: "buckets")?["crimson"] == "warm")
        #expect(book.mapping(from: "colours", to: "buckets")?.version == "1+PT")
    }

    @Test func aNationalCodeWithoutAnInternationalParentIsRefused() {
        let overlay = CountryOverlay(
            country: "PT", codes: [("colours", Code(id: "crimson", isNational: true))], labels: labels)
        #expect(throws: BookFailure.self) { try MiniatureBook.book(overlay: overlay) }
        do {
            _ = try MiniatureBook.book(overlay: overlay)
        } catch {
            #expect(error.problems.map(\.kind) == [.unmappedCode])
            #expect(error.problems.first?.field == "crimson")
        }
    }

    @Test func aCountryMayNotShortenAClockThatProtects() {
        let overlay = CountryOverlay(country: "PT", clocks: ["grace": 9])
        do {
            _ = try MiniatureBook.book(overlay: overlay)
            Issue.record("a shorter clock was accepted")
        } catch {
            #expect(error.problems.map(\.kind) == [.notForCountries])
        }
    }

    @Test func aNationalFieldIsNeverSealedNorObligatory() {
        let field = Field.national("name", .text, sensitivity: .identity)
        #expect(field.sensitivity == .confidential)
        #expect(!field.isRequired)
    }
}
