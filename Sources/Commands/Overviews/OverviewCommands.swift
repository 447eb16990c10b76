import Access
import ArgumentParser
import Publication
import Registry
import Vocabulary

/// `rapporteur overview …`: questions across many records, each answered as one table on a day.
struct OverviewCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "overview",
        abstract: "Answer a question across plans, laws, bodies and their records as one table.",
        subcommands: [OverviewShow.self])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}

struct OverviewShow: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print an overview as it is on a day, as CSV.",
        discussion: "What each of them asks: docs/handbook/overviews.md.")
    static let rule = CommandRule.post(.coordinator, [.read, .list])
    static let output = CommandOutput.markedRows

    @Argument(help: "Which one.")
    var overview: Overview

    @Option(name: .customLong("as-of"), help: "The day; today where none is given.")
    var day: CalendarDate?

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let open = try OpenRegistry(register, for: Self.self)
        let reporting = overview == .sources ? try ReleaseFolder(of: register).history().reporting : [:]
        let table = try open.registry.overview(
            overview, on: day ?? open.registry.today, open.asking, reporting: reporting)
        try open.close()
        print(CSVText.line(table.columns.map(\.code) + ["marking"]))
        for row in table.rows { print(CSVText.line(row.map(\.plain) + [Marking.professionals.rawValue])) }
    }
}

extension Overview: ExpressibleByArgument {}
