import ArgumentParser
import Foundation
import Mechanisms
import Statistics
import Vocabulary

/// How an estimate is made and written, wherever its table comes from.
struct EstimateMethodOptions: ParsableArguments {
    /// What `--method` may be.
    enum Method: String, CaseIterable, ExpressibleByArgument {
        case stepwise, bic, aic, average, dga, all
    }

    @Option(help: "Which figure is given; all puts every method side by side.")
    var method: Method = .stepwise

    @Option(
        name: .customLong("model"),
        help: "Instead of a method: a model by its interactions, such as LA:NG,NG:GP; none for independent lists.")
    var model: String?

    @Option(name: .customLong("p"), help: "Threshold of the stepwise selection.")
    var threshold = 0.02

    @Option(help: "Resamples for the intervals.")
    var bootstrap = 1000

    @Option(help: "The same seed gives the same figures.")
    var seed: UInt64 = 1

    @Option(help: "Most lists in one interaction, for bic, aic and average.")
    var order: Int?

    @Option(help: "Tables simulated for the coverage of the intervals, in the report.")
    var simulations = 200

    @Option(help: "CSV of resamples to use where it is there, and to write where it is not.")
    var resamples: String?

    @Option(help: "Inhabitants, for a rate per 100,000.")
    var population: Int?

    @Option(help: "CSV with the columns of strata and the column population, for rates by stratum.")
    var populations: String?

    @Option(help: "Registered persons in all, where counts are withheld and their sum is known.")
    var total: Int?

    @Option(help: "An HTML page with everything that is to be said of the estimate; JSON then has it too.")
    var report: String?

    @Option(help: "The language of the page.")
    var language = "en"

    @Option(help: "How the result is written.")
    var format: OutputFormat = .text

    func validate() throws { try Self.misuse { () throws(StatisticsFailure) in try settings.check() } }

    /// Whether no figure was chosen before the others.
    var isOfAllMethods: Bool { (method == .stepwise || method == .all) && model == nil && resamples == nil }

    /// Makes the whole report, and its page where one is wanted.
    ///
    /// - Throws: What the tables and methods refuse.
    func report(_ input: EstimateInput) throws -> EstimateReport {
        for finding in input.table.findings { Talk.say("\(finding.code) \(finding.message). \(finding.remedy)") }
        let made = try EstimateReport(input.table, settings: settings)
        if let report {
            try EstimatePageFile.write(made, hash: input.hash, file: input.name, language: language, to: report)
        }
        return made
    }

    /// Makes the estimate and prints it.
    ///
    /// - Throws: What the tables and methods refuse.
    func finish(_ input: EstimateInput) throws {
        let reported = input.table
        for finding in reported.findings { Talk.say("\(finding.code) \(finding.message). \(finding.remedy)") }
        var settings = settings
        if let populations { settings.populations = try PopulationFile.read(populations, strata: reported.strata) }
        let outcome = try EstimateOutcome(reported, settings, method: method, model: model, resamples: resamples)
        var whole: EstimateReport?
        if let report {
            let made = try EstimateReport(reported, settings: settings)
            try EstimatePageFile.write(made, hash: input.hash, file: input.name, language: language, to: report)
            whole = made
        }
        switch format {
        case .json: print(EstimateJSON(outcome, report: whole, of: input).json.text(indent: 2))
        case .csv: print(EstimateLines(outcome, marking: input.marking).csv)
        case .text: print(EstimateLines(outcome, marking: input.marking).text)
        }
    }

    private var settings: EstimateSettings {
        var settings = EstimateSettings()
        settings.threshold = threshold
        settings.replicates = bootstrap
        settings.seed = seed
        settings.order = order
        settings.simulations = simulations
        settings.population = population
        settings.total = total
        return settings
    }

    /// What is wrong with the settings is a misuse, not a refusal.
    private static func misuse(_ check: () throws(StatisticsFailure) -> Void) throws {
        do throws(StatisticsFailure) { try check() } catch { throw ValidationError(error.message) }
    }
}
