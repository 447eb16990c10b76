import Access
import ArgumentParser
import Registry
import Vocabulary

struct LibraryRefresh: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "index", abstract: "Bring the index of words up to the papers that the library holds.",
        discussion:
            "Nothing is lost where library.sqlite is, or the database of the words: delete it, and this makes it again."
    )
    static let rule = CommandRule.post(.coordinator, [.read])
    static let output = CommandOutput.talk

    @OptionGroup var words: LibraryWordsOptions

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let open = try OpenRegistry(register, for: Self.self)
        let entered = try open.registry.bringUpToDate(
            LibraryPlace(register, words: words.address).index(of: open.registry), open.asking)
        try open.close()
        print("texts taken in  \(entered)")
    }
}
