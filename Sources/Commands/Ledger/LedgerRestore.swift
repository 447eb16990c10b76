import Access
import ArgumentParser
import Ledger
import Mechanisms
import SQLiteStore

struct LedgerRestore: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Prove a backup and put it in the place of the ledger.",
        discussion: "What is there is moved aside, not deleted. Erasures made since the backup are applied again.")
    static let rule = CommandRule.post(.systemOperator, [.restore])
    static let output = CommandOutput.talk

    @Argument(help: "A file that `ledger backup` made, with its manifest beside it.")
    var file: String

    @Option(name: .customLong("keys-from"), help: "A folder with vault.sqlite and master.key, where there are none.")
    var keysFrom: String?

    @Flag(help: "Move the ledger that is there aside.")
    var replace = false

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let grant = try Self.grant(.restore)
        let site = try RestoringFolder(
            backup: file, into: register.path, keysFrom: keysFrom, keyPath: register.keyPath, mayReplace: replace)
        let book = try BookLoader(resources: Resources.find()).book(of: register)
        let proof = try Ledger.restore(
            at: site, rules: ProjectionRules(book.mechanisms), under: grant, clock: OpenRegister.clock)
        print("Restored and proved: \(proof.events) events, chain, checkpoints and derived tables are sound.")
    }
}
