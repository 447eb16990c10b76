import ArgumentParser

/// `rapporteur ledger …`
struct LedgerCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Check, copy and mend the ledger of a register; erase a person.",
        subcommands: [
            LedgerVerify.self, LedgerRebuild.self, LedgerBackup.self, LedgerRestore.self, LedgerRehearse.self,
            LedgerErase.self,
            LedgerRotateKey.self, LedgerCheckpoint.self,
        ])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}
