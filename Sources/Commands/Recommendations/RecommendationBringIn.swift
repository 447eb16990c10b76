import Access
import ArgumentParser
import Intake
import Registry
import Vocabulary

struct RecommendationBringIn: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in the recommendations of one cycle of a body.",
        discussion: """
            One recommendation a row, under the number that the body printed and in its order; none is numbered that the \
            body did not number. The same list again adds nothing. Layout: docs/handbook/recommendations.md.
            """)
    static let rule = CommandRule.post(.coordinator, [.read, .list, .open, .write])
    static let output = CommandOutput.talk

    @Argument(help: "The list: CSV or XLSX.")
    var file: String

    @Option(help: "The body that recommends.")
    var body: String

    @Option(help: "The title of the report, round or resolution.")
    var cycle: String

    @Option(help: "The number by which that document is known.")
    var reference: String?

    @Option(name: .customLong("issued-on"), help: "The day of the document.")
    var day: CalendarDate?

    @Option(
        name: .customLong("findings"), help: "Where the findings go, as CSV (default: they are said, one a line).")
    var findingsPath: String?

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let list = RowList(try RecommendationReader.read(FileBytes(path: file))) { rows, recommendations in
            var work = RecommendationImport(rows)
            try work.take(recommendations, of: .init(body: body, title: cycle, reference: reference, issuedOn: day))
            return (work.entered, work.findings)
        }
        try list.bring(into: register, for: Self.self, findingsAt: findingsPath)
    }
}
