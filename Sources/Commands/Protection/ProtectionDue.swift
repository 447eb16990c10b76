import Access
import ArgumentParser
import Mechanisms
import Registry
import Vocabulary

struct ProtectionDue: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "List records that have been kept as long as their retention clock says.",
        discussion: """
            Nothing is ever erased of itself: erase with `rapporteur ledger erase`, or keep a record longer by a record of \
            the mechanism prolongation. The lengths are national choices; country.yaml sets them. The list is written \
            down where it names somebody; it prints ids.
            """)
    static let rule = CommandRule.post(.dataProtectionOfficer, [.review, .read, .list])
    static let output = CommandOutput.markedRows

    @Option(help: "Only one clock, such as retention-person.")
    var clock: String?

    @Option(help: "Up to this day; today without it.")
    var through: String?

    @Flag(help: "Also those that somebody decided to keep longer.")
    var prolonged = false

    @Option(help: "How the list is written.")
    var format: OutputFormat = .text

    @OptionGroup var register: RegisterFolder

    func validate() throws {
        if let through, CalendarDate(through) == nil {
            throw ValidationError("“\(through)” is no day. Write it like 2026-11-22.")
        }
    }

    func run() throws {
        let open = try OpenRegistry(register, for: Self.self)
        let rows: [RetentionDue]
        do { rows = try found(open) } catch {
            try open.close()
            throw error
        }
        try open.close()
        switch format {
        case .text: rows.forEach { print(text($0)) }
        case .csv:
            print(CSVText.line(["clock", "record", "from", "due", "then", "prolonged-until", "holds", "marking"]))
            rows.forEach { print(CSVText.line(cells($0))) }
        case .json: print(JSON.array(rows.map(json)).text(indent: 2))
        }
    }

    private func found(_ open: OpenRegistry) throws -> [RetentionDue] {
        let (registry, asking) = (open.registry, open.asking)
        let day = through.flatMap { CalendarDate($0) } ?? registry.today
        let clocks =
            if let clock { [clock] } else {
                try registry.retentionCounts(through: day, asking).map(\.clause.clock)
            }
        var rows: [RetentionDue] = []
        for clock in clocks {
            var cursor: Int64?
            repeat {
                let page = try registry.retentionDue(
                    by: clock, through: day, isProlongedToo: prolonged, cursor: cursor, limit: 200, asking)
                rows += page.rows
                cursor = page.next
            } while cursor != nil
        }
        return rows
    }

    private func cells(_ due: RetentionDue) -> [String] {
        [
            due.clause.clock, due.view.record.description, due.from.description, due.due.description,
            due.clause.ending.rawValue, due.prolongedUntil?.description ?? "", String(due.holds),
            due.view.marking.rawValue,
        ]
    }

    private func text(_ due: RetentionDue) -> String {
        let held = due.holds > 0 ? ", held" : ""
        let prolonged = due.prolongedUntil.map { ", kept longer until \($0)" } ?? ""
        return
            "\(due.view.record)  \(due.clause.clock)  due \(due.due)  \(due.clause.ending.rawValue)\(held)\(prolonged)"
            + "  \(due.view.marking.rawValue)"
    }

    private func json(_ due: RetentionDue) -> JSON {
        .members([
            "clock": .text(due.clause.clock), "record": .text(due.view.record.description),
            "from": .text(due.from.description), "due": .text(due.due.description),
            "then": .text(due.clause.ending.rawValue),
            "prolongedUntil": due.prolongedUntil.map { .text($0.description) } ?? .null,
            "holds": .number(due.holds), "marking": .text(due.view.marking.rawValue),
        ])
    }
}
