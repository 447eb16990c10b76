import ArgumentParser

/// `rapporteur release …`
struct ReleaseCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Publish figures: protected, frozen, numbered.",
        subcommands: [ReleaseCreate.self, ReleaseList.self, ReleaseShow.self, ReleaseRate.self, ReleaseWithdraw.self])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}
