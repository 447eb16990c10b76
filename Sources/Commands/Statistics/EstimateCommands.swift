import ArgumentParser

/// `rapporteur estimate`: how many persons there are, registered or not, from lists that overlap.
struct EstimateCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "estimate",
        abstract: "Estimate how many persons nobody registered, from the overlaps of lists.",
        subcommands: [EstimateTable.self, EstimateRegister.self, EstimateModels.self, EstimatePropose.self],
        defaultSubcommand: EstimateTable.self)
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}
