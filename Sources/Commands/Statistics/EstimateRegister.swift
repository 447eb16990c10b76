import Access
import ArgumentParser
import Counting
import Foundation
import Publication
import Statistics
import Tables
import Vocabulary

struct EstimateRegister: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Estimate from the register itself: its organisations are the lists, records of one person are one.",
        discussion: """
            The lists are the kinds of organisations that registered somebody, or each organisation. An estimate is worth \
            what the links are worth: a person who is not recognised on a second list makes it too high. With --propose nothing \
            is printed but the id of a public notice, whose figures went through the gate.
            """)
    static let rule = CommandRule.post(.rapporteur, [.count, .release, .open])
    static let output = CommandOutput.markedRows

    @Option(name: .customLong("lists"), help: "What makes a list: organisation-kind or registering-organisation.")
    var maker: CaptureHistories.ListMaker = .organisationKind

    @Option(help: "Only persons registered in this period: 2023, 2023-Q3 or 2023-07.")
    var period: String?

    @Option(name: .customLong("persons"), help: "Who counts: referred, registered, potential, presumed, identified …")
    var persons: Counting.Population = .referred

    @Option(name: .customLong("as-of"), help: "Only what the register knew at the end of this day (UTC).")
    var asOf: String?

    @Option(
        name: .customLong("propose"), help: "Propose it as a public notice of this title; another person lets it out.")
    var title: String?

    @Option(help: "With --propose: the body in whose name it goes out.")
    var publisher: String?

    @OptionGroup var register: RegisterFolder

    @OptionGroup var methods: EstimateMethodOptions

    func validate() throws {
        if let period { try Self.check(period: period) }
        if let asOf, CalendarDate(asOf) == nil {
            throw ValidationError("“\(asOf)” is no day of the calendar. Write it like 2023-07-14.")
        }
        if persons == .inCases || persons == .all {
            throw ValidationError("Only persons of whom somebody registered a status are on lists: name such a status.")
        }
        guard EstimateProposal.isWhole(title: title, publisher: publisher) else {
            throw ValidationError("--propose and --publisher go together: what it is called, and who publishes it.")
        }
        guard title == nil || methods.isOfAllMethods else {
            throw ValidationError(
                "With --propose every method is reckoned: leave out --method, --model and --resamples.")
        }
    }

    static func check(period: String) throws {
        if Period(period) == nil {
            throw ValidationError("“\(period)” is no period. Write 2023, 2023-Q3 or 2023-07.")
        }
    }

    func run() throws {
        let book = try BookLoader(resources: Resources.find()).book(of: register)
        let horizon = Horizon(recordedBefore: asOf.flatMap { CalendarDate($0) }.map(Timestamp.endOf))
        let counter = try RegisterCounter(register: register, book: book)
            .counter(under: Self.grant(.count), horizon: horizon)
        let histories = counter.captureHistories(by: maker, of: persons, in: period.flatMap { Period($0) })
        say(histories)
        let input = EstimateInput(
            table: ReportedTable(try EstimateRegister.table(histories)),
            name: "register, position \(histories.ledgerPosition)", hash: histories.ledgerHash, marking: .restricted)
        guard let title, let publisher else { return try methods.finish(input) }
        _ = try Self.grant(.release)
        let report = try methods.report(input)
        try EstimateProposal(title: title, publisher: publisher).propose(
            report,
            making: .init(
                report, indicator: indicator, period: period, source: histories.ledgerHash,
                position: Int(histories.ledgerPosition)), to: register, for: Self.self)
    }

    /// The indicator that counts the same persons; its title says on the page who they are.
    private var indicator: String? {
        IndicatorBook.all.first { indicator in
            guard case .records(.episode, persons, only: nil) = indicator.source else { return false }
            return indicator.unit == .person
        }?.code
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
