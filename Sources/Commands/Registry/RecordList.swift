import Access
import ArgumentParser
import Mechanisms
import Registry
import Vocabulary

struct RecordList: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The records of a mechanism that a post may know of, newest first.")
    static let rule = CommandRule.named([.list])
    static let output = CommandOutput.markedRows

    @Argument(help: "The mechanism, such as person or case.")
    var mechanism: String

    @OptionGroup var acting: ActingAs

    @Option(help: "FIELD=VALUE; repeat it to narrow down.")
    var filter: [String] = []

    @Option(help: "Only records in this state; repeat it for several.")
    var state: [String] = []

    @Flag(help: "Only records that the post itself answers for.")
    var own = false

    @Option(help: "Rows, at most 200.")
    var limit = 50

    @Option(help: "Go on after this row, as the page before said.")
    var cursor: Int64?

    @Flag(help: "Print how many there are and nothing else.")
    var count = false

    @OptionGroup var register: RegisterFolder

    func validate() throws { _ = try filters() }

    func run() throws {
        let open = try OpenRegistry(register, acting, for: Self.self)
        var request = ListRequest(
            mechanism, filters: try filters(), states: Set(state), through: own ? [.own] : nil, cursor: cursor,
            limit: limit)
        if count {
            request.countsUpTo = 10_000
            switch try open.registry.count(request, open.asking) {
            case .exactly(let number): print(number)
            case .moreThan(let number): print("more than \(number)")
            }
            return try open.close()
        }
        let page = try open.registry.list(request, open.asking)
        let marks = try open.handlingMarks()
        try open.close()
        print(RecordLines.header)
        for row in page.rows { RecordLines.print(row, under: marks) }
        if let next = page.next { Talk.say("There is more: --cursor \(next)") }
    }

    private func filters() throws -> [String: [String]] {
        try filter.reduce(into: [:]) { filters, text in
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw ValidationError("Write a filter as FIELD=VALUE.") }
            filters[parts[0], default: []].append(parts[1])
        }
    }
}

/// Records as lines of CSV: one a field, `shown`, `withheld` or `erased`; a record without any field in one line. Each
/// carries the marking of its record, until when it is so high where a mark says that, and the higher one that has ended.
enum RecordLines {
    static let header = "record,version,state,field,content,value,marked-until,marked-before,marking"

    static func print(_ view: RecordView, under marks: HandlingMarks) {
        let printed = marks.printed(view.marking, showing: [view.record])
        let before = printed.lifted.map { "\($0.level.rawValue) until \($0.until), ended by \($0.function)" }
        let tail = [printed.until?.description ?? "", before ?? "", printed.level.rawValue]
        let head = [view.record.description, String(view.version), view.state]
        var isEmpty = true
        for field in view.fields {
            let cells: [String]
            switch field.content {
            case .absent: continue
            case .withheld: cells = ["withheld", ""]
            case .erased: cells = ["erased", ""]
            case .shown(let value): cells = ["shown", FieldText.texts(of: value).joined(separator: " ")]
            }
            isEmpty = false
            Swift.print(CSVText.line(head + [field.name] + cells + tail))
        }
        if isEmpty { Swift.print(CSVText.line(head + ["", "", ""] + tail)) }
    }
}
