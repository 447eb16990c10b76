import ArgumentParser

/// `rapporteur treaty …`: treaties, the acts on them, and who was bound by which on any day.
struct TreatyCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "treaty", abstract: "Bring in treaties and acts on them, and say who was bound on any day.",
        subcommands: [TreatyBringIn.self, TreatyShow.self, TreatyParties.self])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}
