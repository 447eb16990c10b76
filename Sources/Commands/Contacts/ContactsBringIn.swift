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

    func run() throws { try layout.read(file).bring(into: register, for: Self.self, findingsAt: findingsPath) }
}

/// `--layout`: how a list is laid out.
enum ContactLayout: String, CaseIterable, ExpressibleByArgument {
    /// One contact point a row.
    case contacts
    /// One holiday a row.
    case holidays

    /// - Throws: ``IntakeFailure`` where the file is not in this layout.
    func read(_ path: String) throws -> RowList {
        switch self {
        case .contacts:
            RowList(try ContactReader.read(FileBytes(path: path))) { rows, contacts in
                var work = try ContactImport(rows)
                try work.take(contacts)
                return (work.entered, work.findings)
            }
        case .holidays:
            RowList(try HolidayReader.read(FileBytes(path: path))) { rows, holidays in
                var work = try HolidayImport(rows)
                try work.take(holidays)
                return (work.entered, work.findings)
            }
        }
    }
}
