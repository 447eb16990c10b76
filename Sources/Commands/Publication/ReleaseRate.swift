import Access
import ArgumentParser
import Disclosure
import FoundationEssentials
import Publication
import Tables

struct ReleaseRate: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "rate", abstract: "Print released figures per 100,000 inhabitants.",
        discussion: """
            The inhabitants are a file of yours, with where they are from and under which licence: the program knows no \
            population. Each of its rows is one of the result. What the release withholds has no rate.
            """)
    static let rule = CommandRule.post(.public, [.readRelease])
    static let output = CommandOutput.markedRows

    @Argument(help: "The number of the release.")
    var number: Int

    @Option(name: .customLong("table"), help: "One of its tables, such as registered-victims-by-year.")
    var table: String

    @Option(
        help:
            "CSV or XLSX: dimensions of the table (year, sex …; empty for all), then population, source and licence.")
    var population: String

    @OptionGroup var register: RegisterFolder

    func run() throws {
        _ = try Self.grant(.readRelease)
        let history = try ReleaseFolder(of: register).history()
        guard let release = history[number], history.withdrawn[number] == nil else {
            throw CommandFailure.unknownName(
                kind: "release", name: String(number), known: history.standing.map { String($0.number) })
        }
        guard let released = release[table: table] else {
            throw CommandFailure.unknownName(kind: "table", name: table, known: release.tables.map(\.name))
        }
        let inhabitants = try InhabitantsFile(path: population, dimensions: released.dimensions.map(\.name))
        let reader = TableReader(released)
        print(
            CSVText.line(
                inhabitants.dimensions + ["count", "population", "per-100000", "source", "licence", "marking"]))
        for row in inhabitants.rows {
            if let open = released.dimensions.first(where: { !$0.addsUp && row.codes[$0.name] == nil }) {
                throw CommandFailure.malformed(
                    file: population,
                    detail: "row \(row.number) names no \(open.name), over which the figures do not add up")
            }
            guard let outcome = reader.outcome(where: row.codes) else {
                throw CommandFailure.malformed(
                    file: population, detail: "row \(row.number) names what the table has no figure of")
            }
            let sign: String =
                switch outcome {
                case .published(let count): String(count)
                case .withheldPrimary, .withheldComplementary: "c"
                case .notReported: ":"
                }
            print(
                CSVText.line(
                    inhabitants.dimensions.map { row.codes[$0] ?? "" }
                        + [
                            sign, String(row.inhabitants), outcome.count.map { ReleaseRate.rate($0, row) } ?? "",
                            row.source, row.licence, release.marking.rawValue,
                        ]))
        }
    }

    /// To two decimals, rounded once.
    private static func rate(_ count: Int, _ row: InhabitantsFile.Row) -> String {
        let hundredths = Int((Double(count) * 10_000_000 / Double(row.inhabitants)).rounded())
        let decimals = String(hundredths % 100)
        return "\(hundredths / 100).\(decimals.count == 1 ? "0" : "")\(decimals)"
    }
}
