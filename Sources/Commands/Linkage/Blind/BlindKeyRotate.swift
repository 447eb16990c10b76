import ArgumentParser
import Linkage

struct BlindKeyRotate: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Make the key of the next round; all parties do, before each run.",
        discussion: "Codes of two rounds have nothing in common. Destroy the old key once the run is over.")
    static let rule = CommandRule.files
    static let output = CommandOutput.sealed

    @Argument(help: "The key of this round.")
    var key: String

    @Option(help: "The file of the new key to write.")
    var out: String

    func run() throws {
        let next = try BlindFiles.runKey(key).rotated()
        try BlindFiles.writeSecret(next.file(), to: out)
        print("Key \(next.fingerprint), round \(next.round). Destroy the old one once its run is over.")
    }
}
