import Access
import ArgumentParser
import Intake
import Registry
import Vocabulary

struct RecommendationMap: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "map", abstract: "Take in which actions carry out which recommendations, and which overlap.",
        discussion: "One pair a row; many to many. Layout: docs/handbook/recommendations.md.")
    static let rule = CommandRule.post(.coordinator, [.read, .list, .open, .write])
    static let output = CommandOutput.talk

    @Argument(help: "The list: CSV or XLSX.")
    var file: String

    @Option(
        name: .customLong("findings"), help: "Where the findings go, as CSV (default: they are said, one a line).")
    var findingsPath: String?

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let list = RowList(try RecommendationMappingReader.read(FileBytes(path: file))) { rows, pairs in
            var work = RecommendationMappingImport(rows)
            try work.take(pairs)
            return (work.entered, work.findings)
        }
        try list.bring(into: register, for: Self.self, findingsAt: findingsPath)
    }
}
