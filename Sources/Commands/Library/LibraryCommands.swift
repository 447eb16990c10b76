import ArgumentParser

/// `rapporteur library …`: papers that institutions issued, what they name, and words in them.
struct LibraryCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "library", abstract: "Bring in papers, say how they stand to each other, and search them.",
        subcommands: [
            LibraryBringIn.self, LibraryList.self, LibraryShow.self, LibraryChain.self, LibrarySearchCommand.self,
            LibraryRefresh.self,
        ])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}
