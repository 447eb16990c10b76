import ArgumentParser
import Mechanisms
import Statistics
import Vocabulary

struct EstimateModels: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "models",
        abstract: "Fit every model to a table: whether it has an answer, and which.",
        discussion: """
            Existence: 0 an answer, 1 none (some number runs without end), 2 several that fit equally well, 3 both.
            """)
    static let rule = CommandRule.files
    static let output = CommandOutput.ownFiles

    @OptionGroup var options: EstimateOptions

    @Option(help: "Most lists in one interaction: 2 with up to 6 lists, more with up to 5.")
    var order: Int?

    @Option(help: "How the models are written.")
    var format: OutputFormat = .csv

    func validate() throws {
        guard (order ?? 1) >= 1 else { throw ValidationError("The order is a number from 1.") }
    }

    func run() throws {
        let reported = try options.table()
        for finding in reported.findings { Talk.say("\(finding.code) \(finding.message). \(finding.remedy)") }
        let table = try reported.table()
        let survey = try ModelSurvey(table, order: order ?? ModelSurvey.usualOrder(lists: table.lists.count))
        switch format {
        case .csv: print(([columns] + survey.models.map(row)).map(CSVText.line).joined(separator: "\n"))
        case .json: print(JSON.array(survey.models.map { EstimateJSON.model($0, lists: table.lists) }).text(indent: 1))
        case .text: print(text(survey))
        }
    }

    private var columns: [String] {
        ["model", "existence", "estimate", "deviance", "df", "aic", "bic", "empty"]
    }

    private func row(_ model: FittedModel) -> [String] {
        let fit = model.fit
        return [ModelText.digits(model.model.interactions), String(model.existence.rawValue)]
            + [model.estimate, fit?.deviance].map(number) + [fit.map { String($0.degreesOfFreedom) } ?? ""]
            + [fit?.akaike, fit?.bayes].map(number) + [fit == nil ? "" : String(model.empty.count)]
    }

    private func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }

    private func text(_ survey: ModelSurvey) -> String {
        let ranked = survey.ranked { $0.bayes }
        let names = survey.table.lists.enumerated().map { "\($0.offset + 1) \($0.element)" }.joined(separator: ", ")
        let best = ranked.prefix(20).map { model in
            let estimate = model.estimate.flatMap { RoundedFigure.rounded($0, to: 1) }.map(String.init) ?? ""
            return "  \(model.model.notation)  \(estimate)  BIC \(number(model.fit?.bayes))"
        }
        return
            (["\(survey.models.count) models, \(ranked.count) with an answer; the best by BIC:", "lists: \(names)"]
            + best)
            .joined(separator: "\n")
    }
}
