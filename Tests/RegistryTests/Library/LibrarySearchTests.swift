import Access
import InterfaceKit
import Ledger
import Registry
import Testing
import Vocabulary

/// B103, B104: words are found in five languages, the best paper first, and nothing betrays what is out of reach.
@Suite struct LibrarySearchTests {
    private func found(
        _ words: String, in house: LibraryHouse, as function: FunctionKind = .coordinator
    ) throws -> [String] {
        try house.registry.searchLibrary(words, in: house.index, house.asking(as: function)).found.map(\.title)
    }

    @Test(
        arguments: TextEngine.present,
        [
            ("victimes", "French"), ("VICTIMES identifiees", "French"), ("l’exploitation", "French"),
            ("victimas menores", "Spanish"), ("niñez", "Spanish"), ("ninez", "Spanish"),
            ("proteccao", "Portuguese"), ("coordenação", "Portuguese"),
            ("ضحايا", "Arabic"), ("الضحايا", "Arabic"), ("حمايه", "Arabic"), ("الاتجار", "Arabic"),
            ("lantern", "English"), ("lanterns harbours", "English"), ("9400/26", "English"), ("GRETA", "English"),
        ])
    func findsWordsHoweverTheyAreSpelled(on engine: TextEngine, query: (words: String, title: String)) throws {
        let house = try LibraryHouse(engine)
        try house.take(nil, "Les victimes identifiées et l’exploitation.", title: "French")
        try house.take(nil, "Las víctimas menores de edad; la niñez.", title: "Spanish")
        try house.take(nil, "Proteção (antes protecção) e coordenação.", title: "Portuguese")
        try house.take(nil, "حِمايَةُ الضَّحايا مِنَ الاتِّجار", title: "Arabic")
        try house.take("9400/26", "Lanterns of the harbours, see GRETA(2011)20.", title: "English")
        #expect(try found(query.words, in: house) == [query.title])
    }

    @Test(arguments: TextEngine.present)
    func aNumberInItsTitleWeighsMoreThanOneInTheText(on engine: TextEngine) throws {
        let house = try LibraryHouse(engine)
        try house.take(nil, "Word of lamps, once, among many other words of the harbour.", title: "Text")
        try house.take(nil, "Something else altogether.", title: "Lamps")
        #expect(try found("lamps", in: house) == ["Lamps", "Text"])
    }

    @Test(arguments: TextEngine.present)
    func showsTheWordsWhereTheyStand(on engine: TextEngine) throws {
        let house = try LibraryHouse(engine)
        try house.take(nil, "One two three. Niñez protegida, four.", title: "Excerpt")
        let findings = try house.registry.searchLibrary("ninez", in: house.index, house.asking)
        #expect(findings.found.first?.excerpt.filter(\.isWanted).map(\.text) == ["Niñez"])
    }

    @Test(
        arguments: TextEngine.present,
        [
            ("", 0), (" ", 0), ("\"", 0), ("*", 0), ("lamp OR secret", 0), ("NEAR(lamp secret)", 0), ("title:lamp", 0),
            ("' OR 1=1", 0), ("lamp\u{0}", 1), ("-lamp", 1), ("lamp\"", 1),
        ])
    func whateverIsTypedIsWordsOnly(on engine: TextEngine, query: (words: String, count: Int)) throws {
        let house = try LibraryHouse(engine)
        try house.take(nil, "A lamp.", title: "Lamp")
        #expect(try found(query.words, in: house).count == query.count)
    }

    /// Neither a row, nor the count, nor an excerpt.
    @Test(arguments: TextEngine.present)
    func aPaperOutOfReachBetraysItselfByNothing(on engine: TextEngine) throws {
        let house = try LibraryHouse(engine)
        try house.take("9500/26", "The secret lamp.", title: "Withdrawn")
        try house.take("9501/26", "The open lamp.", title: "Open")
        let edition = try house.index.editions()
        try house.take("withdraw", house.document("9500/26"), reason: "Entered by mistake.")
        // The index still has it: nobody brought it up to date.
        #expect(try house.index.editions() == edition)
        for function in [FunctionKind.caseworker, .competentAuthority, .liaisonOfficer] {
            let asking = house.asking(as: function)
            let lamps = try house.registry.searchLibrary("lamp", in: house.index, asking)
            #expect(lamps.total == 1 && lamps.found.map(\.title) == ["Open"])
            let secrets = try house.registry.searchLibrary("secret", in: house.index, asking)
            #expect(secrets.total == 0 && secrets.found.isEmpty)
            let none = try house.registry.searchLibrary("nowhere", in: house.index, asking)
            #expect(none.total == secrets.total && none.found == secrets.found)
        }
        _ = try house.registry.bringUpToDate(house.index, house.asking)
        #expect(try house.index.editions().count == 1)
    }

    @Test(arguments: TextEngine.present)
    func whoeverHasNoBusinessInTheLibraryIsRefused(on engine: TextEngine) throws {
        let house = try LibraryHouse(engine)
        try house.take(nil, "A lamp.", title: "Lamp")
        #expect(throws: RegistryRefusal.self) { try found("lamp", in: house, as: .respondent) }
        #expect(throws: RegistryRefusal.self) { try found("nowhere", in: house, as: .respondent) }
    }

    @Test(arguments: [(Marking.public, true), (.professionals, true), (.named, false), (.restricted, false)])
    func onlyWhatMayLieInTheClearGoesIntoTheIndex(marking: Marking, goes: Bool) {
        let record = RecordID("0199f5f0-0000-7000-8000-000000000001")
        let text = record.flatMap { IndexedText($0, marking: marking, edition: "1", number: "", title: "", body: "") }
        #expect((text != nil) == goes)
    }

    @Test(arguments: TextEngine.present)
    func aMarkThatOneMayNotSeeStandsInTheConditionOfTheQuery(on engine: TextEngine) throws {
        let house = try LibraryHouse(engine)
        let record = try #require(RecordID("0199f5f0-0000-7000-8000-000000000001"))
        let text = IndexedText(
            record, marking: .professionals, edition: "1", number: "", title: "Lamp", body: "A lamp.")
        try house.index.put(#require(text))
        #expect(try house.index.find(TextQuery([["lamp"]], within: nil, [.public], limit: 5)).total == 0)
        #expect(try house.index.find(TextQuery([["lamp"]], within: [], [.professionals], limit: 5)).total == 0)
        #expect(try house.index.find(TextQuery([["lamp"]], within: [record], [.professionals], limit: 5)).total == 1)
    }

    @Test(arguments: TextEngine.present)
    func theIndexIsMadeAgainFromTheRegister(on engine: TextEngine) throws {
        let house = try LibraryHouse(engine)
        try house.take(nil, "A lamp.", title: "Lamp")
        for record in try house.index.editions().keys { try house.index.remove(record) }
        #expect(try found("lamp", in: house).isEmpty)
        #expect(try house.registry.bringUpToDate(house.index, house.asking) == 1)
        #expect(try found("lamp", in: house) == ["Lamp"])
        #expect(try house.registry.bringUpToDate(house.index, house.asking) == 0)
    }
}
