import Access
import ArgumentParser
import Mechanisms
import Registry
import Vocabulary

struct ContactsManual: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual",
        abstract: "The manual of contacts: all of them with their hours, now or as an issue has them.",
        discussion: """
            As a page to print (marking and page numbers on every sheet), which needs nothing else and can be carried where \
            there is no line, or as rows. An issue is what the register said when it was issued.
            """)
    static let rule = CommandRule.post(.coordinator, [.read, .export])
    static let output = CommandOutput.markedRows

    @Option(help: "The number of an issue; as of now where none is named.")
    var issue: String?

    @Option(help: "How it is written.")
    var format: ManualFormat = .csv

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let open = try OpenRegistry(register, for: Self.self)
        let issues = try open.registry.contactIssues(open.asking)
        let chosen = issue.flatMap { number in issues.first { $0.number == number } }
        if let issue, chosen == nil {
            throw CommandFailure.unknownName(kind: "issue", name: issue, known: issues.map(\.number))
        }
        let book = try open.registry.contactManual(open.asking, on: open.registry.today, asOf: chosen)
        try open.close()
        switch format {
        case .csv:
            print(CSVText.line(["issue"] + ContactRows.manualColumns + ["marking"]))
            for row in ContactRows.manual(book) {
                print(CSVText.line([chosen?.number ?? ""] + row + [Marking.professionals.rawValue]))
            }
        case .html: print(ManualPaper(book, chosen, open.registry.book).html)
        }
    }
}

/// `--format` of the manual.
enum ManualFormat: String, CaseIterable, ExpressibleByArgument {
    case csv, html
}
