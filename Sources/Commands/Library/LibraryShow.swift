import Access
import ArgumentParser
import Registry
import Vocabulary

struct LibraryShow: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "A paper: what is said of it, what it names, what names it.")
    static let rule = CommandRule.post(.coordinator, [.read])
    static let output = CommandOutput.markedRows

    @Argument(help: "Its number in whatever spelling, its title or its record id.")
    var paper: String

    @Option(help: "How it is written.")
    var format: LibraryFormat = .text

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let open = try OpenRegistry(register, for: Self.self)
        let library = try open.registry.library(open.asking)
        try open.close()
        let document = try LibraryChoice(library: library).document(paper)
        if format == .text { tell(document, library) }
        print(CSVText.line(["direction", "relation", "mentions", "number", "title", "standing", "marking"]))
        for (direction, references) in [
            ("names", library.references(of: document.record)), ("named-by", library.citations(of: document.record)),
        ] {
            for reference in references {
                let other = reference.document
                print(
                    CSVText.line([
                        direction, reference.relation.kind, "\(reference.relation.mentions)", other?.written ?? "",
                        other?.title ?? "", other?.standing.rawValue ?? "gone", Marking.professionals.rawValue,
                    ]))
            }
        }
    }

    private func tell(_ document: LibraryDocument, _ library: Library) {
        let facts = zip(LibraryRow.columns + ["marking"], LibraryRow.cells(document) + [LibraryRow.marking(document)])
        for (name, value) in facts where !value.isEmpty {
            print(name + String(repeating: " ", count: max(10 - name.count, 1)) + value)
        }
        let chain = library.chain(of: document)
        if chain.count > 1 { print("revisions \(chain.map(\.name).joined(separator: ", "))") }
        print("")
    }
}

/// `--format` of a paper.
enum LibraryFormat: String, CaseIterable, ExpressibleByArgument {
    /// What is said of it in words, then its relations.
    case text
    /// Its relations.
    case csv
}
