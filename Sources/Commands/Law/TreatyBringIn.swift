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

    func run() throws {
        let list = try layout.read(file)
        let open = try OpenRegistry(register, for: Self.self)
        var random = SystemRandomNumberGenerator()
        let rows = RowByRow(open.registry, open.asking) { RecordID(at: OpenRegister.clock(), using: &random) }
        let (entered, found) = try list.take(rows)
        try open.close()
        try FindingTalk.finish(rows: list.count, new: entered, list.findings + found, at: findingsPath)
    }
}

/// `--layout`: how a list is laid out.
enum TreatyLayout: String, CaseIterable, ExpressibleByArgument {
    /// One treaty a row.
    case treaties
    /// One act a row.
    case acts

    enum List {
        case treaties([TreatyTermsReader.Row], [Finding])
        case acts([TreatyActReader.Row], [Finding])

        var findings: [Finding] {
            switch self {
            case .treaties(_, let findings), .acts(_, let findings): findings
            }
        }

        /// - Returns: How many went in, and what is to be said of the others.
        func take(_ work: RowByRow) throws -> (entered: Int, findings: [Finding]) {
            switch self {
            case .treaties(let rows, _):
                var treaties = try TreatyTermsImport(work)
                try treaties.take(rows)
                return (treaties.entered, treaties.findings)
            case .acts(let rows, _):
                var acts = try TreatyActImport(work)
                try acts.take(rows)
                return (acts.entered, acts.findings)
            }
        }

        var count: Int {
            switch self {
            case .treaties(let rows, _): rows.count
            case .acts(let rows, _): rows.count
            }
        }
    }

    /// - Throws: ``IntakeFailure`` where the file is not in this layout.
    func read(_ path: String) throws -> List {
        switch self {
        case .treaties:
            let (rows, findings) = try TreatyTermsReader.read(FileBytes(path: path))
            return .treaties(rows, findings)
        case .acts:
            let (rows, findings) = try TreatyActReader.read(FileBytes(path: path))
            return .acts(rows, findings)
        }
    }
}
