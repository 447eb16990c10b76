import ArgumentParser

/// `rapporteur submission …`
struct SubmissionCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "submission", abstract: "Fill the forms of those who ask for figures, from what was released.",
        subcommands: [SubmissionFill.self, SubmissionSend.self, SubmissionList.self, SubmissionShow.self])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}
