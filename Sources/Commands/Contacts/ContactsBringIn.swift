import Access
import ArgumentParser
import Intake
import Registry
import Vocabulary

struct ContactsBringIn: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in a list of contact points, or of holidays.",
        discussion: """
            Row by row: what the register's rules refuse is said and left out, the rest goes in. The same list again adds \
            nothing. Layouts: docs/handbook/contacts.md.
            """)
    static let rule = CommandRule.post(.coordinator, [.read, .list, .open, .write])
    static let output = CommandOutput.talk

    @Argument(help: "The list: CSV or XLSX.")
    var file: String

    @Option(help: "How the file is laid out.")
    var layout: ContactLayout = .contacts

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
enum ContactLayout: String, CaseIterable, ExpressibleByArgument {
    /// One contact point a row.
    case contacts
    /// One holiday a row.
    case holidays

    enum List {
        case contacts([ContactReader.Row], [Finding])
        case holidays([HolidayReader.Row], [Finding])

        var findings: [Finding] {
            switch self {
            case .contacts(_, let findings), .holidays(_, let findings): findings
            }
        }

        var count: Int {
            switch self {
            case .contacts(let rows, _): rows.count
            case .holidays(let rows, _): rows.count
            }
        }

        /// - Returns: How many went in, and what is to be said of the others.
        func take(_ work: RowByRow) throws -> (entered: Int, findings: [Finding]) {
            switch self {
            case .contacts(let rows, _):
                var contacts = try ContactImport(work)
                try contacts.take(rows)
                return (contacts.entered, contacts.findings)
            case .holidays(let rows, _):
                var holidays = try HolidayImport(work)
                try holidays.take(rows)
                return (holidays.entered, holidays.findings)
            }
        }
    }

    /// - Throws: ``IntakeFailure`` where the file is not in this layout.
    func read(_ path: String) throws -> List {
        switch self {
        case .contacts:
            let (rows, findings) = try ContactReader.read(FileBytes(path: path))
            return .contacts(rows, findings)
        case .holidays:
            let (rows, findings) = try HolidayReader.read(FileBytes(path: path))
            return .holidays(rows, findings)
        }
    }
}
