import ArgumentParser

/// `rapporteur blind key`: keys are made, passed on and renewed apart from all data.
struct BlindKeyCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Make, pass on and renew the keys of a blind comparison.",
        subcommands: [
            BlindKeyAgency.self, BlindKeyShare.self, BlindKeyReceive.self, BlindKeyExchange.self, BlindKeyRotate.self,
        ])
}
