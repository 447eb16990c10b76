import Access
import ArgumentParser
import Counting
import Foundation
import Ledger
import Publication
import Vocabulary
import Website

struct ReleaseCreate: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Count ready tables, protect them as a whole, and publish them as a release.",
        discussion: """
            Refused, with the cell and the equation, where a withheld figure could be computed from what is published.
            """)
    static let rule = CommandRule.post(.rapporteur, [.release])
    static let output = CommandOutput.markedRows

    @Option(name: .customLong("table"), help: "Ready tables, separated by commas; `indicator list` names them.")
    var names: String

    @Option(help: "Only units of this period: 2023, 2023-Q3, 2023-07.")
    var period: String?

    @Option(help: "Counts from 1 to one below it are withheld.")
    var threshold = CountThreshold.usual

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
        guard ReleasePlan.thresholds.contains(threshold) else {
            throw ValidationError("The threshold is a number from 2 to 1000.")
        }
    }

    func run() throws {
        let grant = try Self.grant(.release)
        let loader = BookLoader(resources: try Resources.find())
        let plan = try plan()
        let open = try OpenRegister.open(register, for: .writing)
        let work = ReleaseWork(
            register, book: try loader.book(of: register), languages: try loader.languages(), ledger: open.ledger)
        let release = try work.publish(try work.draft(plan, through: nil, under: grant, hear: tell), under: grant)
        try open.close()
        print(ReleaseReport(release: release).text(as: format))
    }

    private func plan() throws -> ReleasePlan {
        let tables = try names.split(separator: ",").map {
            try TableDefinition.named($0.trimmingCharacters(in: .whitespaces)).name
        }
        return ReleasePlan(
            tables: tables, period: period.flatMap { Period($0) }, threshold: threshold, protectsZeros: protectsZeros)
    }

    private func tell(_ stage: ReleaseStage) {
        if case .protecting(let tables, let cells) = stage {
            Talk.say("Protecting \(tables) tables with \(cells) counted cells …")
        }
    }
}
