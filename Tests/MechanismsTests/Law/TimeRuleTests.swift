import Mechanisms
import Testing
import Vocabulary

/// B79: the day on which an act takes effect is the one that depositaries published.
@Suite struct TimeRuleTests {
    /// - Days: the European Community and the Trafficking Protocol, article 17 (thirtieth day after the deposit), as the
    ///   Council's note 16633/06 has it; the UN Convention against Transnational Organized Crime, article 38 (ninetieth day
    ///   after the fortieth deposit), as the United Nations Information Service announced it on 7 July 2003.
    /// - Month starts: CETS 197, article 42. Cyprus was the tenth party, and the Convention entered into force on 1
    ///   February 2008; Bosnia and Herzegovina, France and Norway were bound from 1 May 2008 (Council of Europe, 23 January
    ///   2008); Switzerland from 1 April 2013 (Swiss official compilation, 0.311.543); Belarus from 1 March 2014 (IOM
    ///   Moldova, September 2015).
    /// - Months: Protocol of 2014 to ILO Convention 29, article 8: twelve months after the second ratification, Norway's.
    @Test(
        arguments: [
            ("2006-09-06", 30, .days, "2006-10-06"), ("2003-07-01", 90, .days, "2003-09-29"),
            ("2007-10-24", 3, .monthStart, "2008-02-01"), ("2008-01-11", 3, .monthStart, "2008-05-01"),
            ("2012-12-17", 3, .monthStart, "2013-04-01"), ("2013-11-26", 3, .monthStart, "2014-03-01"),
            ("2015-11-09", 12, .months, "2016-11-09"),
        ] as [(String, Int, TimeRule.Unit, String)])
    func takesEffectOnThePublishedDay(act: String, count: Int, unit: TimeRule.Unit, effect: String) throws {
        #expect(TimeRule(count, unit).day(after: try #require(CalendarDate(act))) == CalendarDate(effect))
    }

    /// A month without that number ends the time on its last day: 30 November and three months is 28 February.
    @Test(
        arguments: [
            ("2008-11-30", 3, .months, "2009-02-28"), ("2007-11-30", 3, .months, "2008-02-29"),
            ("2008-11-30", 3, .monthStart, "2009-03-01"), ("2013-10-31", 1, .months, "2013-11-30"),
            ("2007-11-01", 3, .monthStart, "2008-03-01"), ("2010-12-31", 0, .days, "2010-12-31"),
            ("1999-12-31", 1, .days, "2000-01-01"),
        ] as [(String, Int, TimeRule.Unit, String)])
    func countsOverTheEndsOfMonths(act: String, count: Int, unit: TimeRule.Unit, effect: String) throws {
        #expect(TimeRule(count, unit).day(after: try #require(CalendarDate(act))) == CalendarDate(effect))
    }
}
