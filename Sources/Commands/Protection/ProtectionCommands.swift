import ArgumentParser

/// `rapporteur protection …`: what the data-protection officer looks after, beside `person` and `ledger erase`.
struct ProtectionCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "protection", abstract: "See what has been kept as long as its retention clock says.",
        subcommands: [ProtectionDue.self])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}
