import ArgumentParser
import Foundation
import Linkage
import Vocabulary

struct LinkFiles: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "files",
        abstract: "Find the records of the same person in one file, or across several.",
        discussion: """
            One file is searched for duplicates; of several, records are joined across files. Say what the columns hold \
            with --roles; where a later file has other headers, its columns are found by what these say, and told. How names are misspelt and what agreement is worth is found from the file. The roles are: \
            given, family, birth (or birth-year, birth-month, birth-day), sex, nationality, place, postcode, address, \
            phone, document, occupation, other.
            """)
    static let rule = CommandRule.files
    static let output = CommandOutput.ownFiles

    @Argument(help: "CSV or XLSX files of records of persons.")
    var files: [String]

    @Option(
        help: """
            What the columns say: given=first_name,family=surname,birth=date_of_birth,…; once, or once for each file where \
            their headers differ.
            """)
    var roles: [String] = []

    @Option(
        name: .customLong("id"),
        help: "The column by which records are named in the results; once, or once for each file.")
    var idColumns: [String] = []

    @Flag(name: .customLong("one-to-one"), help: "Nobody is twice in one file.")
    var isOneToOne = false

    @Option(help: "The probability from which two records count as one person (default 0.5).")
    var threshold: Double?

    @Option(help: "A link description in YAML, instead of --roles.")
    var description: String?

    @Option(name: .customLong("describe"), help: "Write the link description that was found, in YAML.")
    var described: String?

    @Option(help: "Groups of an earlier run, whose ids of persons are kept.")
    var previous: String?

    @Option(name: .customLong("out"), help: "The file of pairs to write, CSV.")
    var out: String?

    @Option(name: .customLong("groups"), help: "The file of persons to write: a row for each record, CSV.")
    var groups: String?

    @Option(help: "The file of all pairs scored 0.01 or more to write, linked or not, for `link evaluate`, CSV.")
    var scores: String?

    @Option(name: .customLong("report"), help: "The page to write that says what was found, HTML.")
    var report: String?

    @Option(help: "Memory for the search, in MB: large files are then gone through several times.")
    var memory: Int?

    @Option(help: "The language of the page.")
    var language = "en"

    @Option(help: "How the summary is written.")
    var format: OutputFormat = .text

    func validate() throws {
        if files.count > 255 { throw ValidationError("255 files are the most. Put some of them together.") }
        if let threshold, !(0.0001...0.9999).contains(threshold) {
            throw ValidationError("The threshold is a probability between 0.0001 and 0.9999.")
        }
        if let memory, memory < 1 { throw ValidationError("The memory is a number of megabytes, such as 2000.") }
        try OptionByFile.check(roles, "--roles", files: files.count)
        try OptionByFile.check(idColumns, "--id", files: files.count)
        let originals = Set(files.map { URL(filePath: $0).resolvingSymlinksInPath().path })
        for place in [out, groups, scores, report, described].compactMap({ $0 })
        where originals.contains(URL(filePath: place).resolvingSymlinksInPath().path) {
            throw ValidationError("“\(place)” would be written over the records themselves. Name another place.")
        }
    }

    func run() throws {
        var plan = try description.map { try LinkDescription.read($0) } ?? LinkDescription()
        let said = try roles.map { try ColumnRoles(parsing: $0) }
        if let first = said.first { plan.roles = first }
        if let threshold { plan.threshold = threshold }
        let reader = LinkReader(
            files: files,
            idColumns: OptionByFile(said: idColumns.isEmpty ? plan.idColumn.map { [$0] } ?? [] : idColumns),
            laterRoles: Array(said.dropFirst()))
        let records = try reader.read(plan)
        let options = LinkOptions(
            threshold: plan.threshold, isOneToOne: isOneToOne || plan.isOneToOne,
            limits: memory.map { PairingLimits(records: records.table.count, indexBytes: $0 * 1_000_000) },
            rules: try plan.rules(records), prior: plan.prior)
        let shelf = (out ?? groups).map { ScoreFile($0 + ".unfinished") }
        let result = try linked(records, options, shelf)
        let output = LinkOutput(records: records, result: try carried(result, records))
        if let out { try output.writePairs(to: out) }
        if let groups { try output.writeGroups(to: groups) }
        if let scores { try output.writeScores(to: scores) }
        if let described { try LinkDescription.write(records.table, options, to: described) }
        if let report { try LinkReport(output: output, language: language).write(to: report) }
        shelf?.remove()
        print(output.summary(as: format))
    }

    private func linked(_ records: LinkRecords, _ options: LinkOptions, _ shelf: ScoreFile?) throws -> LinkResult {
        let bar = ProgressBar(label: "Linking")
        defer { bar.end() }
        var isSaid = false
        return try LinkRun(records.table, options: options, shelf: shelf, name: records.name).finish { step, done in
            if !isSaid, shelf?.takenUp != nil {
                isSaid = true
                Talk.say("Going on with the scores of a run that was stopped.")
            }
            bar.show(done, of: records.table.count, detail: step.rawValue)
        }
    }

    private func carried(_ result: LinkResult, _ records: LinkRecords) throws -> LinkResult {
        guard let previous else { return result }
        return result.carrying(try LinkOutput.readGroups(previous), names: records.name)
    }
}
