import Access
import ArgumentParser
import Counting
import Foundation
import Mechanisms
import Tables
import Vocabulary

struct Count: RuledCommand {
    static let configuration = CommandConfiguration(
        abstract: "Count an indicator: true figures for staff, not protected against disclosure.")
    static let rule = CommandRule.post(.rapporteur, [.count])
    static let output = CommandOutput.markedBeside

    @Argument(help: "The code of an indicator; `rapporteur indicator list` names them.")
    var indicator: String

    @Option(name: .customLong("by"), help: "Breakdowns, separated by commas.")
    var breakdowns: String?

    @Option(help: "Only units of this period: 2023, 2023-Q3, 2023-07 or a day.")
    var period: String?

    @Option(name: .customLong("as-of"), help: "Only what the register knew at the end of this day (UTC).")
    var asOf: String?

    @Option(name: .customLong("effective"), help: "Only what was in force at the end of this day.")
    var effective: String?

    @Flag(help: "Add the totals over each breakdown, with the code Total.")
    var totals = false

    @OptionGroup var register: RegisterFolder

    @Option(help: "How the counts are written.")
    var format: OutputFormat = .text

    func validate() throws {
        if let period, Period(period) == nil {
            throw ValidationError("“\(period)” is no period. Write 2023, 2023-Q3, 2023-07 or 2023-07-14.")
        }
        for day in [asOf, effective].compactMap({ $0 }) where CalendarDate(day) == nil {
            throw ValidationError("“\(day)” is no day of the calendar. Write it like 2023-07-14.")
        }
    }

    func run() throws {
        let grant = try Self.grant(.count)
        let book = try BookLoader(resources: Resources.find()).book(of: register)
        let horizon = Horizon(
            recordedBefore: asOf.flatMap { CalendarDate($0) }.map(Timestamp.endOf),
            effectiveOn: effective.flatMap { CalendarDate($0) })
        let counter = try RegisterCounter(register: register, book: book).counter(under: grant, horizon: horizon)
        let names = breakdowns?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } ?? []
        let table = try counter.count(indicator, by: names, period: period.flatMap { Period($0) })
        print(CountReport(table: table, withTotals: totals).text(as: format), terminator: "")
        if table.unplaced > 0 {
            Talk.say("\(table.unplaced) units are not placed in the period: they have no date, or a coarser one.")
        }
        Talk.say(
            "Marking: \(CountReport.marking). These counts are not protected against disclosure: publish with `release create`."
        )
    }
}
