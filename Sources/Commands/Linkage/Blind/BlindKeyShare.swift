import ArgumentParser
import Linkage

struct BlindKeyShare: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "share", abstract: "Make a key that two or more agencies share, sealed for each of them.",
        discussion: """
            Whoever has this key can try names on the codes of the others. Match at a third party, who has no key; where \
            there is none, use “rapporteur blind key exchange”.
            """)
    static let rule = CommandRule.files
    static let output = CommandOutput.sealed

    @Option(name: .customLong("as"), help: "The key of your agency.")
    var agency: String

    @Option(parsing: .upToNextOption, help: "The cards of the agencies that get it.")
    var to: [String]

    @OptionGroup var terms: TermOptions

    @Option(help: "The file of the key to write; it stays with you.")
    var out: String

    @Option(parsing: .upToNextOption, help: "The files of the sealed key to write, one for each card.")
    var sealed: [String]

    func validate() throws {
        if to.count != sealed.count { throw ValidationError("Give as many --sealed as cards.") }
    }

    func run() throws {
        let own = try BlindFiles.agencyKey(agency)
        let key = try RunKey(.shared, terms: terms.terms())
        let texts = try to.map { try own.sealed(key, for: BlindFiles.card($0)) }
        try BlindFiles.writeSecret(key.file(), to: out)
        for (text, place) in zip(texts, sealed) { try BlindFiles.write(text, to: place) }
        print("Key \(key.fingerprint), round \(key.round).")
    }
}
