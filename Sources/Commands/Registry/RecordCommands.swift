import ArgumentParser

/// `rapporteur record …`: records of every mechanism of the book, for a post, as the policy lets it.
struct RecordCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "List, read and change records for a post; each reading is written down.",
        subcommands: [
            RecordList.self, RecordShow.self, RecordHistory.self, RecordSteps.self, RecordOpen.self, RecordStep.self,
        ])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}
