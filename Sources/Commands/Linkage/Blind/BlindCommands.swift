import ArgumentParser

/// `rapporteur blind`: the same person in the files of several agencies, none of which shows its records.
struct BlindCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "blind",
        abstract: "Find persons whom several agencies know, without any of them showing its records.",
        discussion: """
            Each agency encodes its records under an agreed key and sends the codes, never the records and never the key. \
            Whoever matches the codes sees opaque tokens and counts. See docs/methods/blind-linkage.md for what each \
            way protects against, and what not.
            """,
        subcommands: [
            BlindKeyCommands.self, BlindEncode.self, BlindRaise.self, BlindCompare.self, BlindOpen.self,
        ])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}
