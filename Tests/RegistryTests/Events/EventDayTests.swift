import InterfaceKit
import Mechanisms
import Testing
import Vocabulary

@testable import Registry

/// B95: an event comes again by a rule that may change, and no day that was moves.
@Suite struct EventDayTests {
    private let house: OverviewHouse

    init() throws { house = try OverviewHouse() }

    private func enter(_ day: String, _ recurs: String, on entered: String = "2026-09-01") throws -> RecordID {
        try house.take(
            "enter", "calendar-event", nil,
            ["title": .text("Day of the harbour"), "day": try house.day(day), "recurs": .code(recurs)], on: entered)
    }

    private func change(_ event: RecordID, to day: String, _ recurs: String = "yearly", from: String) throws {
        try house.take(
            "change", "calendar-event", event, ["day": try house.day(day), "recurs": .code(recurs)], on: from)
    }

    private func days(_ first: String, _ last: String) throws -> [String] {
        let span = try #require(CalendarDate(first))...(try #require(CalendarDate(last)))
        return try house.registry.eventDays(house.plans.asking, in: span).map(\.day.description)
    }

    @Test func b95DaysThatWereStayWhenTheRuleChanges() throws {
        let event = try enter("2004-06-11", "yearly")
        let before = try days("2004-01-01", "2006-12-31")
        #expect(before == ["2004-06-11", "2005-06-11", "2006-06-11"])
        try change(event, to: "2007-10-18", from: "2007-01-01")
        #expect(try days("2004-01-01", "2006-12-31") == before)
        #expect(try days("2004-01-01", "2008-12-31") == before + ["2007-10-18", "2008-10-18"])
    }

    @Test func b95AChangeWithinAYearKeepsTheDayThatWasInIt() throws {
        let event = try enter("2004-06-11", "yearly")
        try change(event, to: "2006-10-18", from: "2006-07-01")
        #expect(try days("2006-01-01", "2007-12-31") == ["2006-06-11", "2006-10-18", "2007-10-18"])
    }

    @Test func b95ChangesEnteredInWhateverOrderHoldFromTheirOwnDays() throws {
        let event = try enter("2004-06-11", "yearly")
        try change(event, to: "2010-12-01", from: "2010-01-01")
        try change(event, to: "2007-10-18", from: "2007-01-01")
        #expect(
            try days("2006-01-01", "2011-12-31") == [
                "2006-06-11", "2007-10-18", "2008-10-18", "2009-10-18", "2010-12-01", "2011-12-01",
            ])
    }

    @Test func b95WhatEndedWasAndWhatWasWithdrawnNeverWas() throws {
        let event = try enter("2004-06-11", "yearly")
        try house.take("end", "calendar-event", event, on: "2006-01-01")
        #expect(try days("2004-01-01", "2009-12-31") == ["2004-06-11", "2005-06-11"])
        let other = try enter("2004-03-08", "yearly")
        try house.take("withdraw", "calendar-event", other, on: "2026-09-01")
        #expect(try days("2004-01-01", "2009-12-31") == ["2004-06-11", "2005-06-11"])
    }

    /// Worked by hand with the calendar: 16 May 2023 is the third Tuesday of May, 29 January 2023 the fifth Sunday.
    @Test(arguments: [
        ("2026-09-01", "once", ["2026-09-01"]),
        ("2026-11-03", "weekly", ["2026-11-03", "2026-11-10", "2026-11-17", "2026-11-24"]),
        ("2026-07-31", "monthly", ["2026-07-31", "2026-08-31", "2026-10-31"]),
        ("2024-02-29", "yearly", ["2024-02-29"]),
        ("2023-05-16", "yearly-weekday", ["2023-05-16", "2024-05-21", "2025-05-20", "2026-05-19"]),
        ("2023-01-29", "yearly-weekday", ["2023-01-29", "2024-01-28", "2025-01-26", "2026-01-25"]),
    ])
    func b95ComesAgainAsItsRuleSays(day: String, recurs: String, expected: [String]) throws {
        _ = try enter(day, recurs)
        #expect(try days("2022-01-01", "2026-11-30") == expected)
    }

    @Test func b95AMonthIsNoDay() throws {
        #expect(try house.codes { _ = try enter("2004-06", "yearly") } == ["M136"])
    }

    @Test func b95TheYearIsAListUnderTheRuleOfEachDay() throws {
        let event = try enter("2004-06-11", "yearly")
        try change(event, to: "2007-10-18", from: "2007-01-01")
        #expect(
            try house.rows(.events, on: "2006-03-01") == [["2006-06-11", "Day of the harbour", "yearly", "2004-06-11"]])
        #expect(
            try house.rows(.events, on: "2026-03-01") == [["2026-10-18", "Day of the harbour", "yearly", "2007-10-18"]])
    }
}
