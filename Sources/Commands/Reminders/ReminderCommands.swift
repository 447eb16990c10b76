import ArgumentParser

/// `rapporteur reminders …`: what is owed, told to those who owe it.
struct ReminderCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "reminders", abstract: "Remind posts of what they owe.", subcommands: [ReminderSend.self])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}
