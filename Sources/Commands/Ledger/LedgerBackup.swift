import Access
import Accounts
import ArgumentParser
import Foundation
import Ledger

struct LedgerBackup: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the ledger, with a manifest beside it; the copy holds no key.",
        discussion: "Keep copies of the keys elsewhere and replace them, do not collect them: docs/handbook/keys.md.")
    static let rule = CommandRule.post(.systemOperator, [.backup])
    static let output = CommandOutput.sealed

    @Argument(help: "The file to make.")
    var file: String

    @Option(name: .customLong("keys"), help: "Copy the key vault too, to this file.")
    var keys: String?

    @Option(name: .customLong("accounts"), help: "Copy the accounts too, to this file.")
    var accounts: String?

    @OptionGroup var register: RegisterFolder

    func run() throws {
        for copy in [file, keys, accounts].compactMap({ $0 }) where FileManager.default.fileExists(atPath: copy) {
            throw CommandFailure.exists(path: copy)
        }
        let grant = try Self.grant(.backup)
        let open = try OpenRegister.open(register, for: .writing)
        let checkpoint = try open.ledger.backup(to: file, under: grant)
        if let keys { try open.ledger.backupKeys(to: keys, under: grant) }
        if let accounts {
            let opened = try open.accounts()
            try opened.copy(to: accounts)
            try opened.close()
        }
        try open.close()
        print("Copied \(checkpoint.sequence) events to \(file), with \(file).manifest beside it.")
        if keys == nil { Talk.say("The copy holds no key. Is your copy of the key vault newer than the last erasure?") }
    }
}
