import Access
import ArgumentParser
import Foundation
import Intake
import Ledger
import Mechanisms
import Registry
import Vocabulary

struct Import: AsyncParsableCommand, RuledCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take in the records of a file, as a source description says.",
        discussion: """
            Ends with 0 when every row is in, with 3 when rows wait to be corrected. The same file again adds nothing. \
            Rows may open and name what the post may open and name anywhere else; the records become those of its \
            organisation.
            """)
    static let rule = CommandRule.named(
        [.importRecords, .open, .list, .write, .share, .breakGlass, .load], otherwise: .systemOperator)
    static let output = CommandOutput.ownFiles

    @Argument(help: "A CSV or XLSX file.")
    var file: String

    @Option(help: "The source description (YAML).")
    var source: String

    @OptionGroup var acting: ImportingFor

    @OptionGroup var register: RegisterFolder

    @Option(
        name: .customLong("held-back"),
        help: "Where the rows to correct go (default: beside the file, under a name that is free).")
    var heldBackPath: String?

    @Option(
        name: .customLong("findings"),
        help: "Where the findings go, as CSV (default: beside the file, under a name that is free).")
    var findingsPath: String?

    @Option(help: "How the summary is written.")
    var format: OutputFormat = .text

    func run() async throws {
        let book = try BookLoader(resources: Resources.find()).book(of: register)
        let source = try SourceFile(path: self.source).source(in: book)
        let open = try OpenRegister.open(register, for: .writing, of: book)
        let registry = try Registry(ledger: open.ledger, book: book, clock: OpenRegister.clock)
        let asking = try acting.asking(registry.directory, within: Self.rule.scope)
        let entry = try acting.entry(open, register)
        let work = try RegisterImport(FileBytes(path: file), as: source, into: registry, asking, as: entry)
        let heldBack = LazyFile(heldBackPath ?? SideFile.path(beside: file, ending: "held-back"))
        let findings = LazyFile(
            findingsPath ?? SideFile.path(beside: file, ending: "findings"), head: FindingLine.header)
        let bar = ProgressBar(label: "Importing")
        let listener = ImportListener(
            progress: { bar.show($0.bytes, of: $0.totalBytes, detail: "\($0.rows) rows") },
            finding: { findings.writeOrRemember(FindingLine.bytes($0)) },
            heldBack: { try heldBack.write($0) })
        let (summary, events): (ImportSummary, Int)
        do {
            (summary, events) = try await Interruption.cancelling { try await work.run(listener) }
        } catch let broken as BrokenImport {
            bar.end()
            tell(broken.events, [heldBack, findings])
            try? open.close()
            throw broken.cause
        }
        bar.end()
        try open.close()
        ImportReport(summary: summary, events: events, heldBack: heldBack, findings: findings).print(as: format)
        if summary.rowsRead == 0 { Talk.say("“\(file)” has a header and no rows.") }
        try heldBack.close()
        try findings.close()
        if summary.wasCancelled { throw ExitCode(Ending.refused) }
        if summary.toCorrect + summary.notCopied > 0 { throw ExitCode(Ending.foundDifferences) }
    }

    /// What a failed import leaves behind.
    ///
    /// - Parameter written: Nil where the disk takes no more: then some were written before, and nobody knows here how many.
    private func tell(_ written: Int?, _ files: [LazyFile]) {
        for file in files where file.isWritten { Talk.say("Written so far: \(file.path)") }
        guard written != 0 else { return }
        Talk.say(
            "\(written.map { "\($0) events" } ?? "Events") of the rows before were written and stay. "
                + "Once the cause is mended, import the same file again to go on.")
    }
}

extension BookLoader {
    /// The book of a register: with its `country.yaml`, where it has one.
    func book(of register: RegisterFolder) throws -> Book {
        let country = register.url.appending(path: "country.yaml")
        return try book(country: FileManager.default.fileExists(atPath: country.path) ? country : nil)
    }
}
