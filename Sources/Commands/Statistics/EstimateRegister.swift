import Access
import ArgumentParser
import Counting
import Foundation
import Statistics
import Vocabulary

struct EstimateRegister: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Estimate from the register itself: its organisations are the lists, records of one person are one.",
        discussion: """
            The lists are the kinds of organisations that registered somebody, or each organisation. An estimate is worth \
            what the links are worth: a person who is not recognised on a second list makes it too high.
            """)
    static let rule = CommandRule.post(.rapporteur, [.count])
    static let output = CommandOutput.markedRows

    @Option(name: .customLong("lists"), help: "What makes a list: organisation-kind or registering-organisation.")
    var maker: CaptureHistories.ListMaker = .organisationKind

    @Option(help: "Only persons registered in this period: 2023, 2023-Q3 or 2023-07.")
    var period: String?

    @Option(name: .customLong("persons"), help: "Who counts: referred, registered, potential, presumed, identified …")
    var persons: Counting.Population = .referred

    @Option(name: .customLong("as-of"), help: "Only what the register knew at the end of this day (UTC).")
    var asOf: String?

    @OptionGroup var register: RegisterFolder

    @OptionGroup var methods: EstimateMethodOptions

    func validate() throws {
        if let period, Period(period) == nil {
            throw ValidationError("“\(period)” is no period. Write 2023, 2023-Q3 or 2023-07.")
        }
        if let asOf, CalendarDate(asOf) == nil {
            throw ValidationError("“\(asOf)” is no day of the calendar. Write it like 2023-07-14.")
        }
        if persons == .inCases || persons == .all {
            throw ValidationError("Only persons of whom somebody registered a status are on lists: name such a status.")
        }
    }

    func run() throws {
        let book = try BookLoader(resources: Resources.find()).book(of: register)
        let horizon = Horizon(recordedBefore: asOf.flatMap { CalendarDate($0) }.map(Timestamp.endOf))
        let counter = try RegisterCounter(register: register, book: book)
            .counter(under: Self.grant(.count), horizon: horizon)
        let histories = counter.captureHistories(by: maker, of: persons, in: period.flatMap { Period($0) })
        say(histories)
        try methods.finish(
            EstimateInput(
                table: ReportedTable(EstimateRegister.table(histories)),
                name: "register, position \(histories.ledgerPosition)", hash: histories.ledgerHash,
                marking: .restricted))
    }

    static func table(_ histories: CaptureHistories) throws -> CaptureTable {
        guard histories.lists.count <= CaptureTable.mostLists else {
            throw StatisticsFailure.tooManyLists(found: histories.lists.count, most: CaptureTable.mostLists)
        }
        return try CaptureTable(
            lists: histories.lists,
            counts: Dictionary(uniqueKeysWithValues: histories.persons.map { (ListSet($0.key), $0.value) }))
    }

    private func say(_ histories: CaptureHistories) {
        if histories.onNone > 0 {
            Talk.say(
                "\(histories.onNone) persons are on no list: nobody says who registered them, or of what kind that is.")
        }
        if histories.unplaced > 0 {
            Talk.say("\(histories.unplaced) persons are not placed in the period: they have no date, or a coarser one.")
        }
        Talk.say("This is for staff: what is published says method and interval, apart from what was counted.")
    }
}

extension CaptureHistories.ListMaker: ExpressibleByArgument {}
extension Counting.Population: ExpressibleByArgument {}
