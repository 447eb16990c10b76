import ArgumentParser
import Counting
import Mechanisms
import Tables
import Vocabulary

/// `rapporteur indicator …`
struct IndicatorCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicator", abstract: "What can be counted.", subcommands: [IndicatorList.self])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}

struct IndicatorList: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the indicators with their unit, rule and breakdowns.")
    static let rule = CommandRule.files
    static let output = CommandOutput.talk

    @Option(help: "How the list is written.")
    var format: OutputFormat = .text

    func run() throws {
        let columns = ["code", "unit", "version", "period", "in the index", "breakdowns"]
        let rows = IndicatorBook.all.map { indicator in
            [
                indicator.code, indicator.unit.rawValue, String(indicator.version), indicator.periodRule.rawValue,
                indicator.isInIndex ? "yes" : "no",
                indicator.breakdowns.isEmpty
                    ? "not reported yet" : indicator.breakdowns.map(\.rawValue).joined(separator: " "),
            ]
        }
        switch format {
        case .csv: print(([columns] + rows).map(CSVText.line).joined(separator: "\n"))
        case .json:
            let list = rows.map { row in
                JSON.object(zip(columns, row).map { JSON.Member(name: $0, value: .text($1)) })
            }
            print(JSON.array(list).text(indent: 2))
        case .text:
            for (indicator, row) in zip(IndicatorBook.all, rows) {
                print("\(indicator.code)  (\(row[1]), counted by \(row[3]))\n    by: \(row[5])")
            }
            print("\nReady tables: \(TableDefinition.all.map(\.name).joined(separator: ", "))")
        }
    }
}
