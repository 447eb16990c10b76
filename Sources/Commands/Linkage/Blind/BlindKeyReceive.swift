import ArgumentParser
import Linkage

struct BlindKeyReceive: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive", abstract: "Open a key that another agency sealed for yours.")
    static let rule = CommandRule.files
    static let output = CommandOutput.sealed

    @Argument(help: "The sealed key.")
    var sealed: String

    @Option(name: .customLong("as"), help: "The key of your agency.")
    var agency: String

    @Option(help: "The card of the agency that sealed it.")
    var from: String

    @Option(help: "The file of the key to write.")
    var out: String

    func run() throws {
        let key = try BlindFiles.agencyKey(agency).opened(BlindFiles.read(sealed), from: BlindFiles.card(from))
        try BlindFiles.writeSecret(key.file(), to: out)
        print(
            "Key \(key.fingerprint), round \(key.round), for “\(key.terms.project)”: \(key.terms.purpose). "
                + "Legal basis: \(key.terms.legalBasis). Consent: \(key.terms.consent).")
    }
}
