import Access
import ArgumentParser
import Intake
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
        func rows(_ day: CalendarDate) throws -> [PlanLines.Row] {
            guard let records = try open.registry.planRecords(of: record, open.asking, asOf: day) else { return [] }
            return PlanLines(PlanStand(records, on: day)).rows
        }
        let (before, after) = (try rows(from), try rows(to))
        try open.close()
        let known = Dictionary(before.map { ($0.line.record, $0) }, uniquingKeysWith: { first, _ in first })
        print("code,column,before,after,marking")
        for row in after {
            tell(row.line.action.code, known[row.line.record]?.cells ?? Array(repeating: "", count: 6), row.cells)
        }
        let there = Set(after.map(\.line.record))
        for row in before where !there.contains(row.line.record) {
            tell(row.line.action.code, row.cells, Array(repeating: "", count: 6))
        }
    }

    private func tell(_ code: String, _ before: [String], _ after: [String]) {
        for (place, column) in PlanTable.Column.allCases.enumerated() where before[place] != after[place] {
            print(
                CSVText.line([
                    code, column.rawValue, before[place], after[place], Marking.professionals.rawValue,
                ]))
        }
    }
}
