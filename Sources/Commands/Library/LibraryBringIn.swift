import Access
import ArgumentParser
import Foundation
import Intake
import Registry
import Vocabulary

struct LibraryBringIn: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take papers into the library, with their text and whatever they name by number.",
        discussion: """
            A paper that is only named gets a record without a text, once, however many papers name it; it is filled when \
            the paper itself is brought in. The same file again changes nothing. A row of the list without a file is about \
            a paper that nobody has: by its number, or by its title where it has none. Text, HTML, DOCX, and PDF through \
            pdftotext. The library has nothing of a person: docs/handbook/library.md.
            """)
    static let rule = CommandRule.post(.coordinator, [.read, .list, .open, .write])
    static let output = CommandOutput.talk

    @Argument(help: "The papers: .txt, .md, .html, .docx or .pdf.")
    var files: [String] = []

    @Option(
        name: .customLong("list"),
        help: "Papers, one a row: file, number, title, body, dated, language, kind, marking, pillars, named-by.")
    var listPath: String?

    @Option(help: "The number under which it is known, in whatever spelling.")
    var number: String?

    @Option(help: "Its title; the name of the file where none is given.")
    var title: String?

    @Option(name: .customLong("body"), help: "Who issued it.")
    var authorBody: String?

    @Option(help: "Its date: 2006-12-11, 2006-12, 2006-Q4 or 2006.")
    var dated: String?

    @Option(help: "Its language: three letters of ISO 639-3.")
    var language: String?

    @Option(help: "What it is, by the code list document-kinds.")
    var kind: String?

    @Option(help: "For whom it is: public or professionals.")
    var marking: LibraryMarking = .professionals

    @Option(
        name: .customLong("pillar"), help: "A pillar that it is about, by the code list plan-pillars; several times.")
    var pillars: [String] = []

    @Option(
        name: .customLong("findings"), help: "Where the findings go, as CSV (default: they are said, one a line).")
    var findingsPath: String?

    @OptionGroup var words: LibraryWordsOptions

    @OptionGroup var register: RegisterFolder

    func validate() throws {
        if files.isEmpty, listPath == nil {
            throw ValidationError("No paper is named. Name files, or a list of them with --list.")
        }
        if files.count > 1 || listPath != nil, number != nil || title != nil {
            throw ValidationError("--number and --title are for one paper: say them of several in a list (--list).")
        }
        if let dated, Period(dated) == nil {
            throw ValidationError("“\(dated)” is no date. Write 2006-12-11, 2006-12, 2006-Q4 or 2006.")
        }
    }

    func run() throws {
        let (papers, findings) = try named()
        // One that is asked for by itself is refused by itself.
        let only = papers.count == 1 && listPath == nil ? try papers[0].read() : nil
        let open = try OpenRegistry(register, for: Self.self)
        let index = try LibraryPlace(register, words: words.address).index(of: open.registry)
        var random = SystemRandomNumberGenerator()
        var work = LibraryImport(open.registry, open.asking, into: index) {
            RecordID(at: OpenRegister.clock(), using: &random)
        }
        var (entered, known, missed, named, unknown) = (0, 0, 0, 0, 0)
        let progress = ProgressBar(label: "Papers")
        for (done, paper) in papers.enumerated() {
            progress.show(done, of: papers.count, detail: "\(done) of \(papers.count)")
            if paper.path == nil {
                switch try work.miss(paper.missed, namedBy: paper.said.namedBy) {
                case .missed: missed += 1
                case .entered, .known: known += 1
                case .refused: break
                }
                continue
            }
            let whole: LibraryPaper
            do {
                whole = try only ?? paper.read()
            } catch let failure as CommandFailure where !failure.isAboutTheMachine {
                work.sayUnreadable(failure.message, line: paper.line)
                continue
            }
            switch try work.take(whole) {
            case .entered(_, let others, let firsts):
                entered += 1
                named += others
                unknown += firsts
            case .known, .missed: known += 1
            case .refused: break
            }
        }
        progress.end()
        _ = try open.registry.bringUpToDate(index, open.asking)
        try open.close()
        try FindingTalk.tell(findings + work.findings, at: findingsPath)
        let refused = findings.filter { $0.weight == .error }.count
        print("papers      \(papers.count + refused)")
        print("new         \(entered)")
        print("named       \(named)")
        print("only named  \(unknown + missed)")
        print("left out    \(papers.count + refused - entered - known - missed)")
        if entered + known + missed < papers.count + refused { throw ExitCode(Ending.foundDifferences) }
    }

    /// The papers that the command is about, and what is wrong with their list.
    private func named() throws -> (papers: [NamedPaper], findings: [Finding]) {
        let common = LibraryListReader.Row(
            line: 0, file: nil, number: number, title: title, authorBody: authorBody,
            dated: dated.flatMap { Period($0) }, language: language, kind: kind, marking: marking.rawValue,
            pillars: pillars)
        let papers = files.map { NamedPaper(path: $0, line: nil, said: common, otherwise: common) }
        guard let listPath else { return (papers, []) }
        let (rows, findings) = try LibraryListReader.read(FileBytes(path: listPath))
        let folder = URL(filePath: listPath).deletingLastPathComponent()
        let listed = rows.map { row in
            NamedPaper(
                path: row.file.map { folder.appending(path: $0).path }, line: row.line, said: row, otherwise: common)
        }
        return (papers + listed, findings)
    }
}

/// A paper that a command names, before its file is read.
private struct NamedPaper {
    /// Nil for a paper that nobody has.
    let path: String?
    let line: Int?
    let said: LibraryListReader.Row
    /// What the command says of all papers: for whatever the list does not say.
    let otherwise: LibraryListReader.Row

    /// - Throws: As ``PaperFile/read()``.
    func read() throws -> LibraryPaper {
        let file = PaperFile(path: path ?? "")
        let (text, hash) = try file.read()
        var paper = described(title: said.title ?? file.title, text)
        (paper.fileName, paper.fileHash) = (file.name, hash)
        return paper
    }

    /// What is said of a paper that nobody has.
    var missed: LibraryPaper { described(title: said.title ?? "", "") }

    private func described(title: String, _ text: String) -> LibraryPaper {
        var paper = LibraryPaper(title: title, text: text, marking: said.marking ?? otherwise.marking ?? "")
        (paper.number, paper.dated) = (said.number, said.dated ?? otherwise.dated)
        paper.authorBody = said.authorBody ?? otherwise.authorBody
        (paper.language, paper.kind) = (said.language ?? otherwise.language, said.kind ?? otherwise.kind)
        paper.pillars = said.pillars.isEmpty ? otherwise.pillars : said.pillars
        paper.line = line
        return paper
    }
}

/// `--marking` of a paper.
enum LibraryMarking: String, CaseIterable, ExpressibleByArgument {
    /// Whoever likes may read it.
    case `public`
    /// For those who work in the network.
    case professionals
}
