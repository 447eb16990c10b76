import Access
import Accounts
import ArgumentParser
import Foundation
import Mechanisms
import Vocabulary

struct Initialise: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a new register: folder, master key, empty ledger.")
    static let rule = CommandRule.post(.systemOperator, [.initialise])
    static let output = CommandOutput.talk

    @OptionGroup var register: RegisterFolder

    @Option(help: "The country that counts, ISO 3166-1 alpha-2; its citizens are “national”. Writes a country.yaml.")
    var country: String?

    func run() throws {
        let resources = try Resources.find()
        if let country {
            guard try BookLoader(resources: resources).codeLists().contains(where: { $0.counts(for: country) }) else {
                throw ValidationError("“\(country)” is no country code. Two capital letters: PT, FR, GB.")
            }
        }
        // A book that does not start would make a register that nobody can use.
        let book = try BookLoader(resources: resources).book()
        let grant = try Self.grant(.initialise)
        let open = try OpenRegister.make(at: register, of: book, under: grant)
        try open.accounts().close()
        try open.close()
        if let country { try writeCountryFile(country) }
        print("A register was made in \(register.path).")
        Talk.say(
            """
            The master key is \(register.keyPath ?? "\(register.path)/master.key"). Copy it to a safe place now: without \
            it no name in the register can ever be read again (docs/handbook/keys.md).
            """)
    }

    private func writeCountryFile(_ country: String) throws {
        let file = register.url.appending(path: "country.yaml")
        do {
            try Data("# What this country adds to the book: docs/handbook/country.md\ncountry: \(country)\n".utf8)
                .write(to: file, options: .withoutOverwriting)
        } catch {
            throw CommandFailure.unwritable(file: file.path, reason: "it exists, or the folder does not let it")
        }
    }
}
