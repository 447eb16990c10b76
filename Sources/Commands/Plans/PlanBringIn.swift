import Access
import ArgumentParser
import Foundation
import Intake
import Mechanisms
import Registry
import Vocabulary

struct PlanBringIn: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in a plan's table of actions with its state of play.",
        discussion: """
            A later table of the same plan adds what changed since; the same table again adds nothing. Nothing in the \
            table is corrected: what looks wrong is said as findings. Layouts: docs/handbook/plans.md.
            """)
    static let rule = CommandRule.post(.coordinator, [.read, .list, .open, .write])
    static let output = CommandOutput.talk

    @Argument(help: "The table: text as the Council's of 2006, or CSV or XLSX for the layout table.")
    var file: String

    @Option(help: "How the file is laid out.")
    var layout: PlanLayout

    @Option(help: "The title of the plan, where the file does not say it.")
    var title: String?

    @Option(help: "The number by which the plan is known, where the file does not say it.")
    var reference: String?

    @Option(name: .customLong("as-of"), help: "The day as of which the table is, where the file does not say it.")
    var day: CalendarDate?

    @Option(
        help: "The record id or number of the plan that the table continues, where its title or number is a new one.")
    var plan: String?

    @Option(
        name: .customLong("findings"), help: "Where the findings go, as CSV (default: they are said, one a line).")
    var findingsPath: String?

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let (table, found) = try layout.read(file, title: title, reference: reference, day: day)
        let open = try OpenRegistry(register, for: Self.self)
        let known = try PlanChoice(open).plan(plan, continuedBy: table)
        let present = try known.flatMap { try open.registry.planRecords(of: $0, open.asking) }
        var random = SystemRandomNumberGenerator()
        let work = try PlanImport(table, onto: present) { RecordID(at: OpenRegister.clock(), using: &random) }
        let outcome = try open.registry.submit(work.commands, open.asking)
        try open.close()
        if case .refused(let refusal) = outcome { throw refusal }
        if case .conflict = outcome { throw RegistryRefusal.overtaken }
        try FindingTalk.tell(found + PlanTableCheck(table).findings() + work.findings, at: findingsPath)
        let opened = Dictionary(grouping: work.commands.filter { $0.expectedVersion == 0 }, by: \.mechanism)
        print("chapters        \(table.chapters.count)")
        print("objectives      \(table.chapters.map(\.objectives.count).reduce(0, +))")
        print("actions         \(table.actions.count)")
        for name in opened.keys.sorted() { print("new \(name)  \(opened[name]?.count ?? 0)") }
        print("changed         \(work.commands.count { $0.expectedVersion > 0 })")
    }
}

/// `--layout`: how a plan's table is laid out.
enum PlanLayout: String, CaseIterable, ExpressibleByArgument {
    /// The Council's tables of 2006.
    case council2006 = "council-2006"
    /// One action a row, columns by their names.
    case table

    /// - Throws: ``IntakeFailure`` where the file is not in this layout.
    func read(
        _ path: String, title: String?, reference: String?, day: CalendarDate?
    ) throws -> (PlanTable, [Finding]) {
        switch self {
        case .council2006:
            let bytes: [UInt8]
            do {
                bytes = Array(try Data(contentsOf: URL(filePath: path)))
            } catch {
                throw CommandFailure.unreadable(file: path, reason: "it is not there, or not readable")
            }
            let (read, findings) = try CouncilTableReader.read(bytes, named: path)
            return (read.saying(title: title, reference: reference, date: day), findings)
        case .table:
            guard let title, let day else { throw IntakeFailure.planUnnamed }
            return try TablePlanReader.read(FileBytes(path: path), title: title, reference: reference, date: day)
        }
    }
}

extension CalendarDate: ExpressibleByArgument {}
