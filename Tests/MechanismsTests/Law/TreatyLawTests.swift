import Mechanisms
import Testing
import Vocabulary

/// B79: who was bound by what on a day follows from the acts and the treaties' own rules.
@Suite struct TreatyLawTests {
    private let convention = TreatyRoom.convention
    private let supplement = TreatyRoom.supplement

    private func standing(
        _ law: TreatyLaw, _ code: String, in treaty: RecordID, on day: String
    ) throws -> TreatyMembership.Standing {
        law.membership(of: .state(code), in: treaty).standing(on: try TreatyRoom.day(day))
    }

    /// Two consents make the Convention enter into force on the ninetieth day after the second, 31 May 2002.
    private func room() throws -> TreatyRoom {
        var room = TreatyRoom()
        try room.take("FR", "signature", "2000-12-12")
        try room.take("FR", "ratification", "2001-02-01")
        try room.take("PT", "accession", "2002-03-02")
        return room
    }

    @Test func b79SignatureIsNotRatification() throws {
        var room = try room()
        try room.take("ES", "signature", "2000-12-13")
        let law = try room.law()
        #expect(try standing(law, "ES", in: convention, on: "2000-12-12") == .none)
        #expect(try standing(law, "ES", in: convention, on: "2020-01-01") == .signatory)
        #expect(try !law.parties(to: convention, on: TreatyRoom.day("2020-01-01")).contains(.state("ES")))
    }

    @Test func b79EntersIntoForceByItsOwnRule() throws {
        let law = try room().law()
        #expect(law.entry(of: convention).day == CalendarDate("2002-05-31"))
        #expect(try standing(law, "FR", in: convention, on: "2002-05-30") == .contracting)
        #expect(try standing(law, "FR", in: convention, on: "2002-05-31") == .party)
        #expect(try standing(law, "PT", in: convention, on: "2002-05-31") == .party)
    }

    @Test func b79BindsWhoeverComesLaterByTheRuleForThem() throws {
        var room = try room()
        try room.take("european-union", "approval", "2006-09-06")
        // Before the Convention is in force itself: bound with it, not before.
        try room.take("ES", "ratification", "2002-04-01")
        let law = try room.law()
        let union = law.membership(of: .organisation("european-union"), in: convention)
        #expect(union.spells.map(\.from) == [CalendarDate("2006-10-06")])
        #expect(try union.standing(on: TreatyRoom.day("2006-10-05")) == .contracting)
        #expect(law.membership(of: .state("ES"), in: convention).spells.map(\.from) == [CalendarDate("2002-05-31")])
    }

    @Test func b79CountsNoInstrumentOfAnOrganisationForItsEntryIntoForce() throws {
        var room = TreatyRoom()
        try room.take("FR", "ratification", "2001-02-01")
        try room.take("european-union", "approval", "2001-03-01")
        #expect(try room.law().entry(of: convention) == .awaited(consents: 1, of: 2))
        let counting = try TreatyRoom.treaty(convention, ["organisations-count": .boolean(true)])
        #expect(try room.law([counting]).entry(of: convention).day == CalendarDate("2001-05-30"))
    }

    @Test func b79TakesThePublishedDayBeforeItsOwnReckoning() throws {
        let published = try TreatyRoom.treaty(
            convention, ["in-force-on": .period(.day(TreatyRoom.day("2002-06-30")))])
        let law = try room().law([published])
        #expect(
            law.entry(of: convention)
                == .published(try TreatyRoom.day("2002-06-30"), reckoned: try TreatyRoom.day("2002-05-31")))
        #expect(law.membership(of: .state("PT"), in: convention).spells.map(\.from) == [CalendarDate("2002-06-30")])
    }

    /// A year after the receipt: bound until the day before, and in between already on the way out.
    @Test func b79DenouncingTheConventionEndsTheProtocolsAndSaysSo() throws {
        var room = try room()
        try room.take("FR", "ratification", "2002-06-01", on: supplement)
        try room.take("PT", "accession", "2002-06-01", on: supplement)
        try room.take("PT", "denunciation", "2010-05-05")
        let law = try room.law()
        #expect(try standing(law, "PT", in: supplement, on: "2011-05-04") == .party)
        #expect(try standing(law, "PT", in: convention, on: "2011-05-05") == .withdrawn)
        #expect(try standing(law, "PT", in: supplement, on: "2011-05-05") == .withdrawn)
        #expect(law.membership(of: .state("PT"), in: supplement).spells.map(\.ending) == [.withParent(convention)])
        #expect(try standing(law, "FR", in: supplement, on: "2020-01-01") == .party)
        #expect(law.protocols(to: convention).map(\.record) == [supplement])
    }

    @Test func b79LeavingTheProtocolLeavesTheConventionStanding() throws {
        var room = try room()
        try room.take("PT", "accession", "2002-06-01", on: supplement)
        try room.take("FR", "ratification", "2002-06-01", on: supplement)
        try room.take("PT", "denunciation", "2010-05-05", on: supplement)
        let law = try room.law()
        #expect(try standing(law, "PT", in: supplement, on: "2011-05-05") == .withdrawn)
        #expect(try standing(law, "PT", in: convention, on: "2011-05-05") == .party)
    }

    @Test func b79AProtocolBindsNoEarlierThanItsConvention() throws {
        var room = TreatyRoom()
        for party in ["FR", "PT"] {
            try room.take(party, "accession", "2001-01-01", on: supplement)
            try room.take(party, "accession", "2002-03-02")
        }
        let law = try room.law()
        #expect(law.entry(of: supplement).day == CalendarDate("2002-05-31"))
        #expect(law.membership(of: .state("FR"), in: supplement).spells.map(\.from) == [CalendarDate("2002-05-31")])
    }

    @Test func b79APartyThatIsMissingInTheConventionIsBoundByNoProtocol() throws {
        var room = try room()
        try room.take("ES", "accession", "2003-01-01", on: supplement)
        try room.take("FR", "accession", "2003-01-01", on: supplement)
        let spells = try room.law().membership(of: .state("ES"), in: supplement).spells
        #expect(spells.map(\.lacksParent) == [true])
        #expect(try standing(room.law(), "ES", in: supplement, on: "2020-01-01") == .contracting)
    }

    @Test func b79ADenunciationThatWasTakenBackInTimeEndsNothing() throws {
        var room = try room()
        try room.take(
            "PT", "denunciation", "2010-05-05", ["lifted-on": .period(.day(TreatyRoom.day("2011-05-04")))])
        #expect(try standing(room.law(), "PT", in: convention, on: "2020-01-01") == .party)
    }

    @Test func b79WhoLeftMayComeBack() throws {
        var room = try room()
        try room.take("PT", "denunciation", "2010-05-05")
        try room.take("PT", "accession", "2015-01-01")
        let law = try room.law()
        #expect(try standing(law, "PT", in: convention, on: "2014-12-31") == .withdrawn)
        #expect(try standing(law, "PT", in: convention, on: "2015-01-30") == .contracting)
        #expect(try standing(law, "PT", in: convention, on: "2015-01-31") == .party)
    }

    @Test func b79ShowsReservationsAsTheyStoodOnTheDay() throws {
        var room = try room()
        try room.take(
            "PT", "reservation", "2002-03-02",
            ["text": .text("Not on islands."), "lifted-on": .period(.day(TreatyRoom.day("2008-01-01")))])
        let membership = try room.law().membership(of: .state("PT"), in: convention)
        #expect(try membership.qualifications(on: TreatyRoom.day("2007-12-31")).map(\.text) == ["Not on islands."])
        #expect(try membership.qualifications(on: TreatyRoom.day("2008-01-01")).isEmpty)
    }

    @Test func treatiesThatNameEachOtherAsParentsHaveAnEnd() throws {
        let circle = [
            try TreatyRoom.treaty(convention, under: supplement), try TreatyRoom.treaty(supplement, under: convention),
        ]
        let law = try room().law(circle)
        #expect(law.entry(of: convention).day == nil || law.entry(of: convention).day == CalendarDate("2002-05-31"))
        #expect(try standing(law, "FR", in: convention, on: "1999-01-01") == .none)
    }
}
