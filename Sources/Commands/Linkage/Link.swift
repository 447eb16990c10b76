import ArgumentParser

/// `rapporteur link`: the same person in one file, or in several.
struct Link: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Find the records of the same person in one file, or across several.",
        subcommands: [LinkFiles.self, LinkEvaluate.self], defaultSubcommand: LinkFiles.self)
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}
