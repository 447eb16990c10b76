import ArgumentParser

/// `rapporteur links …`: the same person inside the register, for persons to judge; `rapporteur link` works on files.
struct LinksCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "links", abstract: "Find persons of the register who may be one, for reviewers to judge.",
        subcommands: [LinksPropose.self, LinksKnown.self])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}
