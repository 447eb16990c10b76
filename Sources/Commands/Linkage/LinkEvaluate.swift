import ArgumentParser
import Linkage

struct LinkEvaluate: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Compare the pairs of a run with the truth.",
        discussion: """
            Records with the same text in the key column are one person; records with none are nobody else's. In one \
            file all pairs count, of several files the pairs across them. With --scores the probabilities of all scored \
            pairs are held against the truth: of pairs scored 0.9, nine in ten should be of one person. Without it, those \
            of the pairs that were linked by themselves. Where nobody knows who everybody is, --labels takes a file of \
            pairs that clerks judged, and only these count.
            """)
    static let rule = CommandRule.files
    static let output = CommandOutput.ownFiles

    @Option(help: "The file of pairs that `rapporteur link` wrote.")
    var pairs: String

    @Option(help: "The file of all scored pairs that `rapporteur link --scores` wrote.")
    var scores: String?

    @Option(parsing: .upToNextOption, help: "The files that were linked, in the same order.")
    var truth: [String]

    @Option(help: "The column whose equal texts are one person; once, or once for each file.")
    var key: [String] = []

    @Option(
        help: """
            Instead of --key, judged pairs: id_1, id_2, of several files file_1 and file_2, and judgement (same, different, \
            unsure) or score (0 to 1), or the columns of Splink's labels.
            """)
    var labels: String?

    @Option(
        name: .customLong("id"),
        help: """
            With --labels: the column by which they name records (default: the number of the row); once, or once for each \
            file.
            """)
    var idColumns: [String] = []

    @Option(help: "Write how probabilities agree with the truth, a row for each range of them, CSV.")
    var bins: String?

    @Option(help: "The page to write that draws how probabilities agree with the truth, HTML.")
    var report: String?

    @Option(help: "The language of the page.")
    var language = "en"

    @Option(help: "How the result is written.")
    var format: OutputFormat = .text

    func validate() throws {
        if key.isEmpty == (labels == nil) { throw ValidationError("Give --key, or --labels.") }
        if labels == nil, !idColumns.isEmpty { throw ValidationError("--id goes with --labels.") }
        try OptionByFile.check(key, "--key", files: truth.count)
        try OptionByFile.check(idColumns, "--id", files: truth.count)
    }

    func run() throws {
        let truth =
            try labels.map { try LinkTruth(files: self.truth, labels: $0, id: OptionByFile(said: idColumns)) }
            ?? LinkTruth(files: self.truth, key: OptionByFile(said: key))
        let linked = try truth.judged(pairs, isEachOnce: true)
        let scored = try scores.map { try truth.judged($0, isEachOnce: false) }
        let evaluation = LinkEvaluation(
            found: linked.found, right: linked.right, truePairs: truth.pairs,
            calibration: scored?.calibration ?? linked.calibration, isOfAllScores: scores != nil,
            labelling: truth.labels.map { LabelCoverage($0, linked: linked, scored: scored) })
        if let bins { try LinkOutput.write(evaluation.bins, to: bins) }
        if let report { try CalibrationReport(evaluation: evaluation).write(to: report, language: language) }
        print(evaluation.text(as: format))
    }
}
