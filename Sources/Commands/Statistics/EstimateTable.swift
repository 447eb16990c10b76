import ArgumentParser
import Foundation

struct EstimateTable: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "table",
        abstract: "Estimate from a table of capture histories, with intervals and what they rest on.",
        discussion: """
            The same file, settings and seed give the same bytes. A table without an answer is refused with the reason.
            """)
    static let rule = CommandRule.files
    static let output = CommandOutput.ownFiles

    @OptionGroup var options: EstimateOptions

    @OptionGroup var methods: EstimateMethodOptions

    func run() throws {
        let name = URL(filePath: options.file).lastPathComponent
        try methods.finish(EstimateInput(table: options.table(), name: name, hash: options.hash()))
    }
}
