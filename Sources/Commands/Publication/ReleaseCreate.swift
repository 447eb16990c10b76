import Access
import ArgumentParser
import Counting
import Disclosure
import Foundation
import Ledger
import Mechanisms
import Publication
import Tables
import Vocabulary

struct ReleaseCreate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Count ready tables, protect them as a whole, and publish them as a release.",
        discussion: """
            Refused, with the cell and the equation, where a withheld figure could be computed from what is published.
            """)

    @Option(name: .customLong("table"), help: "Ready tables, separated by commas; `indicator list` names them.")
    var names: String

    @Option(help: "Only units of this period: 2023, 2023-Q3, 2023-07.")
    var period: String?

    @Option(help: "Counts from 1 to one below it are withheld.")
    var threshold = 5

    @Flag(name: .customLong("protect-zeros"), help: "Withhold zeros too.")
    var protectsZeros = false

    @OptionGroup var register: RegisterFolder

    @Option(help: "How the result is written.")
    var format: OutputFormat = .text

    func validate() throws {
        if let period, Period(period) == nil {
            throw ValidationError("“\(period)” is no period. Write 2023, 2023-Q3 or 2023-07.")
        }
        guard names.contains(where: { !$0.isWhitespace && $0 != "," }) else {
            throw ValidationError("Name at least one ready table; `rapporteur indicator list` names them.")
        }
        guard (2...1000).contains(threshold) else { throw ValidationError("The threshold is a number from 2 to 1000.") }
    }

    func run() throws {
        let grant = try Shell.grant(.rapporteur, .release, for: .statistics)
        let loader = BookLoader(resources: try Resources.find())
        let book = try loader.book(of: register)
        let tables = try counted(by: RegisterCounter(register: register, book: book).counter(under: grant))
        let open = try OpenRegister.open(register, for: .writing)
        let folder = ReleaseFolder(of: register)
        let records = ReleaseRecords(ledger: open.ledger, book: book)
        try folder.finishInterrupted { try records.isRecorded(hash: $0) }
        let history = try folder.history()
        if let gone = try records.published().first(where: { history[$0.number]?.hash != $0.hash }) {
            throw CommandFailure.releaseGone(number: gone.number)
        }
        let rule = ProtectionRule(threshold: threshold, protectsZeros: protectsZeros)
        Talk.say("Protecting \(tables.count) tables with \(tables.reduce(0) { $0 + $1.cells.count }) counted cells …")
        let released = try Gate(rule: rule).release(tables, earlier: history.releases.flatMap(\.tables))
        let archive = try ReleaseArchive.freeze(
            released, on: OpenRegister.clock().day, after: history.latest, texts: try loader.languages())
        try folder.prepare(archive)
        try records.record(archive.release, under: grant)
        try folder.publish(archive)
        try open.close()
        print(ReleaseReport(release: archive.release).text(as: format))
    }

    private func counted(by counter: Counter) throws -> [CountTable] {
        var parts: [TableDefinition.Part] = []
        for name in names.split(separator: ",") {
            for part in try TableDefinition.named(name.trimmingCharacters(in: .whitespaces)).parts
            where !parts.contains(part) { parts.append(part) }
        }
        return try parts.map { part in
            try counter.count(
                part.indicator, by: part.breakdowns.map(\.rawValue), period: period.flatMap { Period($0) },
                name: part.name)
        }
    }
}
