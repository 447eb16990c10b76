import ArgumentParser

/// `rapporteur recommendation …`: what bodies recommended, what carries it out, and what nobody answered.
struct RecommendationCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "recommendation",
        abstract: "Bring in recommendations of many bodies, map them, and list those that nobody answered.",
        subcommands: [RecommendationBringIn.self, RecommendationMap.self, RecommendationList.self])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}
