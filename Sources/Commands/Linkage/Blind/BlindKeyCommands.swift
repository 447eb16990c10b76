import ArgumentParser

/// `rapporteur blind key`: keys are made, passed on and renewed apart from all data.
struct BlindKeyCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Make, pass on and renew the keys of a blind comparison.",
        subcommands: [
            BlindKeyAgency.self, BlindKeyShare.self, BlindKeyReceive.self, BlindKeyExchange.self, BlindKeyRotate.self,
        ])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}
