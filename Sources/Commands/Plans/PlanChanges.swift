import Access
import ArgumentParser
import Registry
import Vocabulary

struct PlanChanges: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes", abstract: "What differs in a plan's table between two days, cell by cell.")
    static let rule = CommandRule.post(.coordinator, [.read])
    static let output = CommandOutput.markedRows

    @Option(help: "The record id, number or title of the plan; not needed where there is only one.")
    var plan: String?

    @Option(help: "The first day.")
    var from: CalendarDate

    @Option(help: "The second day.")
    var to: CalendarDate

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let open = try OpenRegistry(register, for: Self.self)
        let record = try PlanChoice(open).plan(plan)
        let difference = try open.registry.planDifference(of: record, open.asking, from: from, to: to)
        try open.close()
        print(CSVText.line(PlanDifference.columns))
        for row in difference.rows(marked: Marking.professionals.rawValue) { print(CSVText.line(row)) }
    }
}
