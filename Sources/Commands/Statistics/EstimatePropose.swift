import Access
import ArgumentParser
import Publication
import Statistics
import Vocabulary

struct EstimatePropose: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: "Propose an estimate from a table of capture histories as a public notice; prints the notice's id.",
        discussion: """
            The estimate goes through the gate: rounded so that no small overlap of lists can be worked out from it, with all \
            its methods and intervals, or refused. Nothing goes out before another person let it out. An estimate from the \
            register itself is proposed by estimate register --propose.
            """)
    static let rule = CommandRule.post(.rapporteur, [.release, .open])
    static let output = CommandOutput.talk

    @OptionGroup var options: EstimateOptions

    @Option(help: "What it is called for the public.")
    var title: String

    @Option(help: "The body in whose name it goes out.")
    var publisher: String

    @Option(help: "When those on the lists were registered: 2023, 2023-Q3 or 2023-07.")
    var period: String?

    @OptionGroup var register: RegisterFolder

    @OptionGroup var methods: EstimateReportOptions

    func validate() throws {
        if let period { try EstimateRegister.check(period: period) }
        guard EstimateProposal.isWhole(title: title, publisher: publisher) else {
            throw ValidationError("Say what it is called and who publishes it: --title \"…\" --publisher \"…\".")
        }
    }

    func run() throws {
        _ = try Self.grant(.release)
        // Whether the register lets itself be written to is known before minutes of work.
        try OpenNotices.with(register, for: Self.self) { _ in }
        let reported = try options.table()
        for finding in reported.findings { Talk.say("\(finding.code) \(finding.message). \(finding.remedy)") }
        let report = try EstimateReport(reported, settings: methods.settings)
        try EstimateProposal(title: title, publisher: publisher, threshold: options.threshold)
            .propose(report, making: .init(report, period: period), to: register, for: Self.self)
    }
}

/// How a report is made where nothing but its figures goes out.
struct EstimateReportOptions: ParsableArguments {
    @Option(name: .customLong("p"), help: "Threshold of the stepwise selection.")
    var selection = 0.02

    @Option(help: "Resamples for the intervals.")
    var bootstrap = 1000

    @Option(help: "The same seed gives the same figures.")
    var seed: UInt64 = 1

    func validate() throws {
        do throws(StatisticsFailure) { try settings.check() } catch { throw ValidationError(error.message) }
    }

    var settings: EstimateSettings {
        var settings = EstimateSettings()
        (settings.threshold, settings.replicates, settings.seed) = (selection, bootstrap, seed)
        return settings
    }
}
