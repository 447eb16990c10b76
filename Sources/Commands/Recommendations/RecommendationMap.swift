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
        let (rows, found) = try RecommendationMappingReader.read(FileBytes(path: file))
        let open = try OpenRegistry(register, for: Self.self)
        var random = SystemRandomNumberGenerator()
        var work = RecommendationMappingImport(
            RowByRow(open.registry, open.asking) { RecordID(at: OpenRegister.clock(), using: &random) })
        try work.take(rows)
        try open.close()
        try FindingTalk.finish(rows: rows.count, new: work.entered, found + work.findings, at: findingsPath)
    }
}
