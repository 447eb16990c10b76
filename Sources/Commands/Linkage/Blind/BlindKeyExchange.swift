import ArgumentParser
import Linkage

struct BlindKeyExchange: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "exchange",
        abstract: "Make your agency's own key for an exchange in which nobody can try names alone.",
        discussion: "Each party makes one with the same --project and --parties, and never gives it away.")
    static let rule = CommandRule.files
    static let output = CommandOutput.sealed

    @OptionGroup var terms: TermOptions

    @Option(help: "How many parties put their keys on the codes.")
    var parties = 2

    @Option(help: "The file of the key to write; it stays with you.")
    var out: String

    func run() throws {
        let key = try RunKey(.exchange, terms: terms.terms(), parties: parties)
        try BlindFiles.writeSecret(key.file(), to: out)
        print("Key \(key.fingerprint), round \(key.round), one of \(key.parties).")
    }
}
