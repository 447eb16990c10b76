import Access
import ArgumentParser
import Mechanisms
import Publication

struct ReleaseList: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the releases with their tables, each file checked against its hash.")
    static let rule = CommandRule.post(.public, [.readRelease])
    static let output = CommandOutput.markedRows

    @OptionGroup var register: RegisterFolder

    @Option(help: "How the list is written.")
    var format: OutputFormat = .text

    func run() throws {
        _ = try Self.grant(.readRelease)
        let releases = try ReleaseFolder(of: register).history().releases
        switch format {
        case .json: print(JSON.array(releases.map { ReleaseReport(release: $0).json }).text(indent: 2))
        case .csv:
            let rows = releases.flatMap { ReleaseReport(release: $0).rows }
            print(([ReleaseReport.columns] + rows).map(CSVText.line).joined(separator: "\n"))
        case .text:
            print(
                releases.isEmpty
                    ? "Nothing has been released yet."
                    : releases.map { ReleaseReport(release: $0).text(as: .text) }.joined(separator: "\n\n"))
        }
    }
}
