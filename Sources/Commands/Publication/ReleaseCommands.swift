import ArgumentParser

/// `rapporteur release …`
struct ReleaseCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Publish figures: protected, frozen, numbered.",
        subcommands: [ReleaseCreate.self, ReleaseList.self, ReleaseShow.self, ReleaseWithdraw.self])
}
