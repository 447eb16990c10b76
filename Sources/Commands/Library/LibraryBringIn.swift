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
            the paper itself is brought in. The same file again changes nothing. Text, HTML, DOCX, and PDF through \
            pdftotext. The library has nothing of a person: docs/handbook/library.md.
            """)
    static let rule = CommandRule.post(.coordinator, [.read, .list, .open, .write])
    static let output = CommandOutput.talk

    @Argument(help: "The papers: .txt, .md, .html, .docx or .pdf.")
    var files: [String]

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

    @OptionGroup var register: RegisterFolder

    func validate() throws {
        if files.count > 1, number != nil || title != nil {
            throw ValidationError("--number and --title are for one paper: bring such papers in one by one.")
        }
        if let dated, Period(dated) == nil {
            throw ValidationError("“\(dated)” is no date. Write 2006-12-11, 2006-12, 2006-Q4 or 2006.")
        }
    }

    func run() throws {
        let papers = try files.map { try paper($0) }
        let open = try OpenRegistry(register, for: Self.self)
        var random = SystemRandomNumberGenerator()
        var work = LibraryImport(open.registry, open.asking) { RecordID(at: OpenRegister.clock(), using: &random) }
        var (entered, known, named, unknown) = (0, 0, 0, 0)
        for paper in papers {
            switch try work.take(paper) {
            case .entered(_, let others, let firsts):
                entered += 1
                named += others
                unknown += firsts
            case .known: known += 1
            case .refused: break
            }
        }
        _ = try open.registry.bringUpToDate(LibraryPlace(register).index(), open.asking)
        try open.close()
        try FindingTalk.tell(work.findings, at: findingsPath)
        print("papers      \(papers.count)")
        print("new         \(entered)")
        print("named       \(named)")
        print("only named  \(unknown)")
        print("left out    \(papers.count - entered - known)")
        if entered + known < papers.count { throw ExitCode(Ending.foundDifferences) }
    }

    private func paper(_ path: String) throws -> LibraryPaper {
        let file = PaperFile(path: path)
        let (text, hash) = try file.read()
        var paper = LibraryPaper(title: title ?? file.title, text: text, marking: marking.rawValue)
        (paper.number, paper.authorBody, paper.language, paper.kind) = (number, authorBody, language, kind)
        paper.dated = dated.flatMap { Period($0) }
        (paper.pillars, paper.fileName, paper.fileHash) = (pillars, file.name, hash)
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
