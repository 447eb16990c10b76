import Access
import ArgumentParser
import Intake
import Mechanisms
import Registry
import Vocabulary

struct PlanShow: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print a plan's six-column table as it stood on a day.",
        discussion: """
            Everything comes from the ledger: whatever took effect after the day is left out. Underlined passages were \
            inserted when the plan was revised.
            """)
    static let rule = CommandRule.post(.coordinator, [.read])
    static let output = CommandOutput.markedRows

    @Option(help: "The record id, number or title of the plan; not needed where there is only one.")
    var plan: String?

    @Option(name: .customLong("as-of"), help: "The day; today where none is given.")
    var day: CalendarDate?

    @Option(help: "How the table is written.")
    var format: PlanFormat = .csv

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let open = try OpenRegistry(register, for: Self.self)
        let day = day ?? open.registry.today
        let record = try PlanChoice(open).plan(plan)
        let stand = try open.registry.planStand(of: record, open.asking, on: day)
        try open.close()
        guard let stand else { throw CommandFailure.notInForce(plan: plan ?? record.description, day: day) }
        switch format {
        case .csv: PlanLines(stand).printCSV()
        case .text: PlanLines(stand).printText()
        case .json: print(PlanLines(stand).json.text(indent: 2))
        case .html: print(PlanPaper(stand).html)
        }
    }
}

/// `--format` of a plan.
enum PlanFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv, html
}
