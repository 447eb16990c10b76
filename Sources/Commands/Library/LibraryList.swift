import Access
import ArgumentParser
import Intake
import Registry
import Vocabulary

struct LibraryList: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The papers of the library, or those that are named and are not there.")
    static let rule = CommandRule.post(.coordinator, [.read])
    static let output = CommandOutput.markedRows

    @Flag(help: "Only those that texts name and the library does not hold, the most named first.")
    var broken = false

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let open = try OpenRegistry(register, for: Self.self)
        let library = try open.registry.library(open.asking)
        try open.close()
        if broken { tellMissing(library) } else { tellAll(library) }
    }

    private func tellAll(_ library: Library) {
        print(CSVText.line(LibraryRow.columns + ["named-by", "names", "marking"]))
        for document in library.documents {
            print(
                CSVText.line(
                    LibraryRow.cells(document) + [
                        "\(library.citationCount(of: document.record))",
                        "\(library.references(of: document.record).count)", LibraryRow.marking(document),
                    ]))
        }
    }

    private func tellMissing(_ library: Library) {
        print(CSVText.line(["number", "standing", "mentions", "named-by", "marking"]))
        for missing in library.missing {
            let citing = missing.cited.compactMap { $0.document?.name }
            print(
                CSVText.line([
                    missing.document?.name ?? "", missing.document?.standing.rawValue ?? "gone",
                    "\(missing.mentions)", citing.joined(separator: " | "), Marking.professionals.rawValue,
                ]))
        }
    }
}

/// A paper as a row of a file.
enum LibraryRow {
    static let columns = ["number", "title", "scheme", "body", "dated", "language", "kind", "standing"]

    static func cells(_ document: LibraryDocument) -> [String] {
        [
            document.written, document.title, document.number?.scheme.rawValue ?? "", document.authorBody,
            document.dated?.description ?? "", document.language ?? "", document.kind ?? "",
            document.standing.rawValue,
        ]
    }

    /// What is only named is for professionals, as whatever names it may be.
    static func marking(_ document: LibraryDocument) -> String {
        document.marking ?? Marking.professionals.rawValue
    }
}
