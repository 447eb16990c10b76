import ArgumentParser

/// `rapporteur contacts …`: who answers now, the manual of contacts, and lists of them.
struct ContactCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "contacts",
        abstract: "Say who answers now for a task in a state, print the manual of contacts, bring in lists of them.",
        subcommands: [ContactsNow.self, ContactsManual.self, ContactsBringIn.self, ContactsCirculate.self])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}
