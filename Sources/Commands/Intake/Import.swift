import Access
import ArgumentParser
import Foundation
import Intake
import Ledger
import Mechanisms
import Registry
import Vocabulary

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take in the records of a file, as a source description says.",
        discussion: """
            Ends with 0 when every row is in, with 3 when rows wait to be corrected. The same file again adds nothing.
            """)

    @Argument(help: "A CSV or XLSX file.")
    var file: String

    @Option(help: "The source description (YAML).")
    var source: String

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
        let grant = try Shell.grant(.systemOperator, .importRecords, for: .administration)
        let book = try BookLoader(resources: Resources.find()).book(of: register)
        let description = try SourceFile(path: source).description(in: book)
        let open = try OpenRegister.open(register, for: .writing)
        let sink = try RegisterSink(open.ledger, book: book, under: grant, clock: OpenRegister.clock)
        let run = ImportRun(
            FileBytes(path: file), as: description, into: sink,
            fingerprint: try open.ledger.fingerprinter(), clock: OpenRegister.clock,
            seed: UInt64.random(in: .min ... .max))
        let heldBack = LazyFile(heldBackPath ?? SideFile.path(beside: file, ending: "held-back"))
        let findings = LazyFile(
            findingsPath ?? SideFile.path(beside: file, ending: "findings"), head: FindingLine.header)
        let bar = ProgressBar(label: "Importing")
        let listener = ImportListener(
            progress: { bar.show($0.bytes, of: $0.totalBytes, detail: "\($0.rows) rows") },
            finding: { findings.writeOrRemember(FindingLine.bytes($0)) },
            heldBack: { try heldBack.write($0) })
        let summary: ImportSummary
        let events: Int
        do {
            summary = try await Interruption.cancelling { try await run.run(listener) }
            events = try await sink.finish()
        } catch {
            bar.end()
            // Rows before the failure were accepted: they are written before it is told, where they can be.
            let written = try? await sink.finish()
            for file in [heldBack, findings] where file.isWritten { Talk.say("Written so far: \(file.path)") }
            // Nil where the disk takes no more: then some were written before, and nobody knows here how many.
            if written != 0 {
                Talk.say(
                    "\(written.map { "\($0) events" } ?? "Events") of the rows before were written and stay. "
                        + "Once the cause is mended, import the same file again to go on.")
            }
            try? open.close()
            throw error
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
}

/// A source description on disk with the tables that it names.
struct SourceFile {
    let path: String

    func description(in book: Book) throws -> SourceDescription {
        let url = URL(filePath: path)
        let folder = url.deletingLastPathComponent()
        return try SourceDescription(yaml: try Resources.text(of: url), known: book) { name in
            // Only from beside the description: a description is a file of a stranger.
            guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else { return nil }
            return try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
    }
}

extension BookLoader {
    /// The book of a register: with its `country.yaml`, where it has one.
    func book(of register: RegisterFolder) throws -> Book {
        let country = register.url.appending(path: "country.yaml")
        return try book(country: FileManager.default.fileExists(atPath: country.path) ? country : nil)
    }
}
