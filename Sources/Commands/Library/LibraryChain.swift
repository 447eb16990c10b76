import Access
import ArgumentParser
import Intake
import Registry
import Vocabulary

struct LibraryChain: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "chain", abstract: "A paper with all its revisions, oldest first; those that are only named too.")
    static let rule = CommandRule.post(.coordinator, [.read])
    static let output = CommandOutput.markedRows

    @Argument(help: "The number of any of them in whatever spelling, its title or its record id.")
    var paper: String

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let open = try OpenRegistry(register, for: Self.self)
        let library = try open.registry.library(open.asking)
        try open.close()
        let document = try LibraryChoice(library: library).document(paper)
        print(CSVText.line(["revision"] + LibraryRow.columns + ["marking"]))
        for member in library.chain(of: document) {
            let revision = member.number.map { "\($0.revision)" } ?? ""
            print(CSVText.line([revision] + LibraryRow.cells(member) + [LibraryRow.marking(member)]))
        }
    }
}
