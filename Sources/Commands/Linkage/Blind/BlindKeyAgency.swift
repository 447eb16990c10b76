import ArgumentParser
import Linkage

struct BlindKeyAgency: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "agency", abstract: "Make the key pair by which an agency is known, once.")
    static let rule = CommandRule.files
    static let output = CommandOutput.sealed

    @Option(help: "The agency's name, as partners know it.")
    var name: String

    @Option(help: "The file of the key to write; it stays with the agency.")
    var out: String

    @Option(help: "The file of the card to write, for partners.")
    var card: String

    func run() throws {
        let key = AgencyKey(name: name)
        try BlindFiles.writeSecret(key.file(), to: out)
        try BlindFiles.write(key.card.file(), to: card)
        print("The card's fingerprint is \(key.card.fingerprint). Read it out to partners by a way you trust.")
    }
}
