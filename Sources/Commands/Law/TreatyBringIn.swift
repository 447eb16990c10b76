import Access
import ArgumentParser
import Intake
import Registry
import Vocabulary

struct TreatyBringIn: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in a list of treaties, or of acts on them.",
        discussion: """
            Row by row: what the register's rules refuse is said and left out, the rest goes in. The same list again adds \
            nothing. Layouts: docs/handbook/treaties.md.
            """)
    static let rule = CommandRule.post(.coordinator, [.read, .list, .open, .write])
    static let output = CommandOutput.talk

    @Argument(help: "The list: CSV or XLSX.")
    var file: String

    @Option(help: "How the file is laid out.")
    var layout: TreatyLayout

    @Option(
        name: .customLong("findings"), help: "Where the findings go, as CSV (default: they are said, one a line).")
    var findingsPath: String?

    @OptionGroup var register: RegisterFolder

    func run() throws { try layout.read(file).bring(into: register, for: Self.self, findingsAt: findingsPath) }
}

/// `--layout`: how a list is laid out.
enum TreatyLayout: String, CaseIterable, ExpressibleByArgument {
    /// One treaty a row.
    case treaties
    /// One act a row.
    case acts

    /// - Throws: ``IntakeFailure`` where the file is not in this layout.
    func read(_ path: String) throws -> RowList {
        switch self {
        case .treaties:
            RowList(try TreatyTermsReader.read(FileBytes(path: path))) { rows, treaties in
                var work = try TreatyTermsImport(rows)
                try work.take(treaties)
                return (work.entered, work.findings)
            }
        case .acts:
            RowList(try TreatyActReader.read(FileBytes(path: path))) { rows, acts in
                var work = try TreatyActImport(rows)
                try work.take(acts)
                return (work.entered, work.findings)
            }
        }
    }
}
