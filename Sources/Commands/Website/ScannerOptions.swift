import ArgumentParser
import Website

/// Who looks into files before anybody may open them.
struct ScannerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The socket of ClamAV's daemon, or its port on this machine.",
            discussion: "While nobody answers there, files wait in quarantine."))
    var clamd = ClamScanner.usualSocket

    func validate() throws {
        guard !clamd.isEmpty else { throw ValidationError("A socket has a path, such as \(ClamScanner.usualSocket).") }
    }

    var scanner: ClamScanner { ClamScanner(at: UInt16(clamd).map { .port($0) } ?? .file(clamd)) }

    /// Whether files can be scanned now, in words for whoever starts the house.
    func tellWhetherItAnswers() async {
        await Talk.say(
            scanner.answers()
                ? "Files are scanned by ClamAV (\(clamd))."
                : "No virus scanner answers at \(clamd): files wait in quarantine. See docs/handbook/serving.md.")
    }
}
