import Access
import ArgumentParser
import Registry
import Vocabulary

struct LibrarySearchCommand: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Papers that have all these words, the best first.",
        discussion: "Accents, case and the forms of Arabic letters do not matter; a word also stands for longer ones.")
    static let rule = CommandRule.post(.coordinator, [.read])
    static let output = CommandOutput.markedRows

    @Argument(help: "The words.")
    var words: [String]

    @Option(help: "Papers told at most.")
    var limit = 50

    @OptionGroup var indexed: LibraryWordsOptions

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let open = try OpenRegistry(register, for: Self.self)
        let index = try LibraryPlace(register, words: indexed.address).index(of: open.registry)
        _ = try open.registry.bringUpToDate(index, open.asking)
        let findings = try open.registry.searchLibrary(
            words.joined(separator: " "), in: index, limit: max(limit, 1), open.asking)
        try open.close()
        print(CSVText.line(["number", "title", "excerpt", "marking"]))
        for found in findings.found {
            let excerpt = found.excerpt.map { $0.isWanted ? "[\($0.text)]" : $0.text }.joined(separator: " ")
            print(CSVText.line([found.number, found.title, excerpt, found.marking.rawValue]))
        }
        Talk.say("Papers with these words: \(findings.total)")
    }
}
