import Access
import Mechanisms
import Testing
import Vocabulary

/// The guards of treaties, one by one.
@Suite struct TreatyGuardTests {
    private static let mechanism = Mechanism(
        "treaty-act", chapter: .law, serves: [], fields: [.text("note")], states: ["recorded"],
        transitions: [.opening(to: "recorded", by: [.coordinator])])

    private func step(
        _ fields: [String: FieldValue], beside records: [RecordState] = []
    ) throws -> Step {
        var register = MemoryRegister()
        for record in records { register.records[record.record] = record }
        let command = Command(
            mechanism: "treaty-act", record: TreatyRoom.id(999), transition: "open", changes: fields,
            effective: .day(try TreatyRoom.day("2026-01-01")))
        return Step(
            mechanism: Self.mechanism, before: nil, command: command, after: fields, register: register)
    }

    private func treaties(_ prerequisite: String? = nil) throws -> [RecordState] {
        var supplement = try TreatyRoom.terms(under: TreatyRoom.convention)
        supplement["prerequisite"] = prerequisite.map(FieldValue.code)
        return [
            try TreatyRoom.state("treaty", TreatyRoom.convention, TreatyRoom.terms(), in: "listed"),
            try TreatyRoom.state("treaty", TreatyRoom.supplement, supplement, in: "listed"),
        ]
    }

    private func act(
        _ number: UInt64, _ party: String, _ kind: String, _ day: String, on treaty: RecordID = TreatyRoom.convention,
        in state: String = "recorded"
    ) throws -> RecordState {
        try TreatyRoom.state(
            "treaty-act", TreatyRoom.id(number), TreatyRoom.fields(party, kind, day, on: treaty), in: state)
    }

    /// The day of the act on the Convention, its kind and state; whether one may accede to the Protocol on 1 June 2002.
    @Test(
        arguments: [
            ("2002-05-31", "ratification", "recorded", true), ("2002-06-01", "accession", "recorded", true),
            ("2002-06-02", "accession", "recorded", false), ("2002-05-31", "signature", "recorded", false),
            ("2002-05-31", "ratification", "withdrawn", false), (nil, "", "", false),
        ] as [(String?, String, String, Bool)])
    func b79NoProtocolBeforeItsConvention(day: String?, kind: String, state: String, passes: Bool) throws {
        let acts = try day.map { [try act(50, "FR", kind, $0, in: state)] } ?? []
        let fields = try TreatyRoom.fields("FR", "accession", "2002-06-01", on: TreatyRoom.supplement)
        let refusal = try PartyToParent().refusal(of: step(fields, beside: treaties() + acts))
        #expect((refusal == nil) == passes)
        #expect(refusal == nil || refusal?.code == "M137")
    }

    @Test func b79AnotherStatesConsentDoesNotCount() throws {
        let fields = try TreatyRoom.fields("FR", "accession", "2002-06-01", on: TreatyRoom.supplement)
        let other = try act(50, "PT", "ratification", "2001-01-01")
        #expect(try PartyToParent().refusal(of: step(fields, beside: treaties() + [other])) != nil)
    }

    @Test func b79SigningTheConventionIsEnoughWhereTheProtocolSaysSo() throws {
        let fields = try TreatyRoom.fields("FR", "ratification", "2002-06-01", on: TreatyRoom.supplement)
        let signed = try act(50, "FR", "signature", "2000-12-12")
        #expect(try PartyToParent().refusal(of: step(fields, beside: treaties("signatory") + [signed])) == nil)
        #expect(try PartyToParent().refusal(of: step(fields, beside: treaties("signatory"))) != nil)
    }

    @Test func b79SigningAProtocolAsksForNothing() throws {
        let fields = try TreatyRoom.fields("FR", "signature", "2000-12-12", on: TreatyRoom.supplement)
        #expect(try PartyToParent().refusal(of: step(fields, beside: treaties())) == nil)
    }

    /// What the register has, what is done then, and the code of the refusal.
    @Test(
        arguments: [
            ([], "ratification", "2002-01-01", nil), (["ratification 2001-01-01"], "accession", "2002-01-01", "M138"),
            (["ratification 2003-01-01"], "accession", "2002-01-01", "M138"),
            (["ratification 2001-01-01", "denunciation 2002-01-01"], "accession", "2002-06-01", "M138"),
            (["ratification 2001-01-01", "denunciation 2002-01-01"], "accession", "2003-01-01", nil),
            (["signature 2001-01-01"], "denunciation", "2002-01-01", "M139"),
            (["ratification 2001-01-01"], "denunciation", "2002-01-01", nil),
            (["ratification 2001-01-01", "denunciation 2002-01-01"], "denunciation", "2004-01-01", "M139"),
            (["ratification 2001-01-01"], "signature", "2002-01-01", nil),
        ] as [([String], String, String, String?)])
    func b79NobodyConsentsTwiceOrLeavesWhatBindsThemNot(
        present: [String], kind: String, day: String, code: String?
    ) throws {
        let acts = try present.enumerated().map { place, words in
            let parts = words.split(separator: " ").map(String.init)
            return try act(UInt64(50 + place), "FR", parts[0], parts[1])
        }
        let fields = try TreatyRoom.fields("FR", kind, day, on: TreatyRoom.convention)
        #expect(try ConsentInTurn().refusal(of: step(fields, beside: treaties() + acts))?.code == code)
    }

    @Test func aTreatyWithoutARuleForLeavingWantsTheDay() throws {
        var terms = try TreatyRoom.terms()
        terms["withdrawal-time"] = nil
        let treaty = try TreatyRoom.state("treaty", TreatyRoom.convention, terms, in: "listed")
        let records = [treaty, try act(50, "FR", "ratification", "2001-01-01")]
        var fields = try TreatyRoom.fields("FR", "denunciation", "2002-01-01", on: TreatyRoom.convention)
        #expect(try ConsentInTurn().refusal(of: step(fields, beside: records))?.field == "effective-on")
        fields["effective-on"] = .period(.day(try TreatyRoom.day("2003-01-01")))
        #expect(try ConsentInTurn().refusal(of: step(fields, beside: records)) == nil)
    }

    @Test(arguments: [
        ([], false), (["country"], true), (["organisation"], true), (["country", "organisation"], false),
    ])
    func exactlyOneOfSeveralFieldsIsFilled(filled: [String], passes: Bool) throws {
        let fields = Dictionary(uniqueKeysWithValues: filled.map { ($0, FieldValue.code("x")) })
        #expect(try (OneOf("country", "organisation").refusal(of: step(fields)) == nil) == passes)
    }

    @Test(arguments: [("2006-09-06", true), ("2006-09", false), ("2006", false)])
    func aDayIsADay(date: String, passes: Bool) throws {
        let fields = ["done-on": FieldValue.period(try #require(Period(date)))]
        #expect(try (ToTheDay("done-on").refusal(of: step(fields)) == nil) == passes)
        #expect(try ToTheDay("done-on").refusal(of: step([:])) == nil)
    }

    @Test(arguments: [("2000-11-14", false), ("2000-11-15", true), ("2001-01-01", true)])
    func nobodySignsATreatyBeforeItWasAdopted(day: String, passes: Bool) throws {
        let fields = try TreatyRoom.fields("FR", "signature", day, on: TreatyRoom.convention)
        let word = NotBeforeLinked("done-on", "adopted-on", of: "treaty")
        #expect(try (word.refusal(of: step(fields, beside: treaties())) == nil) == passes)
    }

    @Test func nothingHangsOnWhatHangsOnIt() throws {
        let own = TreatyRoom.id(999)
        let below = try TreatyRoom.state("treaty", TreatyRoom.supplement, ["parent": .link(own)], in: "listed")
        let word = NoCircle("parent")
        #expect(try word.refusal(of: step(["parent": .link(own)]))?.code == "M113")
        #expect(try word.refusal(of: step(["parent": .link(TreatyRoom.supplement)], beside: [below]))?.code == "M113")
        #expect(try word.refusal(of: step(["parent": .link(TreatyRoom.convention)], beside: treaties())) == nil)
    }
}
