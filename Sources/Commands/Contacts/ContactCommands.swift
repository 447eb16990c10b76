import ArgumentParser

/// `rapporteur contacts …`: who answers now, the manual of contacts, and lists of them.
struct ContactCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "contacts",
        abstract:
            "Say who answers now for a task in a state and who has an officer with a skill, print the manual of contacts, bring in lists of them.",
        subcommands: [
            ContactsNow.self, ContactsSkills.self, ContactsManual.self, ContactsBringIn.self, ContactsCirculate.self,
        ])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}
