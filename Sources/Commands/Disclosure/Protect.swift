import ArgumentParser
import Disclosure
import Foundation
import Vocabulary

struct Protect: RuledCommand {
    static let configuration = CommandConfiguration(
        abstract: "Withhold in any table what would give small counts away, and write it anew.",
        discussion: """
            Give all tables that are published together in one command: what is safe in each may not be safe in all. \
            Nothing is written where no protection is possible.
            """)
    static let rule = CommandRule.files
    static let output = CommandOutput.ownFiles

    @OptionGroup var options: TableOptions

    @Option(help: "Counts from 1 to one below it are withheld.")
    var threshold = CountThreshold.usual

    @Flag(name: .customLong("protect-zeros"), help: "Withhold zeros too.")
    var protectsZeros = false

    @Option(help: "What is printed for a withheld count.")
    var marker = "c"

    @Option(name: .customLong("out"), help: "The file to write; a folder where several tables are given.")
    var out: String

    func validate() throws {
        guard (2...1000).contains(threshold) else { throw ValidationError("The threshold is a number from 2 to 1000.") }
        let originals = Set(options.files.map { URL(filePath: $0).resolvingSymlinksInPath().path })
        let places = options.files.map { options.files.count > 1 ? place(of: $0) : URL(filePath: out) }
        if places.contains(where: { originals.contains($0.resolvingSymlinksInPath().path) }) {
            throw ValidationError("“\(out)” would be written over the table itself. Name another place for --out.")
        }
    }

    func run() throws {
        let rule = ProtectionRule(threshold: threshold, protectsZeros: protectsZeros)
        let tables = try options.tables()
        let protected = try PlainProtection(layout: options.layout(), rule: rule, marker: marker).protect(tables)
        for finding in protected.findings { Talk.say("\(finding.code) \(finding.message) \(finding.remedy)") }
        for problem in protected.inconsistencies {
            Talk.say("The figures do not add up, by \(problem.amount): \(problem.equation)")
        }
        for table in protected.tables { try write(table, among: tables.count) }
        print(
            "\(protected.summary.cells) cells, \(protected.primary) withheld as small, "
                + "\(protected.complementary) more so that these cannot be computed; an attack on the whole finds none."
        )
        if !protected.inconsistencies.isEmpty { throw ExitCode(Ending.foundDifferences) }
    }

    /// In the folder that several tables go to.
    private func place(of table: String) -> URL {
        let name = URL(filePath: table).deletingPathExtension().lastPathComponent
        return URL(filePath: out).appending(path: "\(name).csv")
    }

    private func write(_ table: PlainTable, among count: Int) throws {
        let lines = ([table.header] + table.rows).map(CSVText.line)
        let place = count > 1 ? place(of: table.name) : URL(filePath: out)
        do {
            if count > 1 {
                try FileManager.default.createDirectory(
                    at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            }
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: place, options: .atomic)
        } catch {
            throw CommandFailure.unwritable(file: place.path, reason: "the disk or its rights do not let it")
        }
    }
}
