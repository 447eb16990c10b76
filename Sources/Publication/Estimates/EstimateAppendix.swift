import Statistics
import Vocabulary

/// How the figures were made, so that another program can make them again, and every model.
struct EstimateAppendix {
    private let wording: EstimateWording
    private let file: String
    private let hash: String
    private let ranked: [FittedModel]

    /// Rows of models in a page; `rapporteur estimate models` gives all.
    private static let modelsShown = 1200

    init(_ wording: EstimateWording, file: String, hash: String) {
        self.wording = wording
        self.file = file
        self.hash = hash
        ranked = wording.report.survey?.ranked { $0.bayes } ?? []
    }

    var particulars: [Particular] {
        let report = wording.report
        let settings = report.settings
        var particulars = [
            Particular(name: wording["appendix.file"], text: file),
            Particular(name: wording["appendix.hash"], text: hash, isCode: true),
            Particular(name: wording["appendix.seed"], text: String(settings.seed), isCode: true),
            Particular(name: wording["appendix.threshold"], text: "\(settings.threshold)", isCode: true),
            Particular(name: wording["appendix.replicates"], text: wording.texts.number(settings.replicates)),
            Particular(name: wording["appendix.simulations"], text: wording.texts.number(settings.simulations)),
            Particular(name: wording["appendix.ties"], text: wording["appendix.ties-rule"]),
        ]
        // Codes lead to docs/reference/failures.md; the reasons are those of the program, in English.
        for refused in report.refused {
            particulars.append(
                Particular(name: wording["appendix.refused"], text: "\(name(refused.part)): \(refused.code)"))
        }
        for finding in report.findings {
            let row = finding.place.row.map { " (\($0))" } ?? ""
            particulars.append(Particular(name: wording["appendix.findings"], text: finding.code + row))
        }
        return particulars
    }

    var modelsLead: String {
        guard let survey = wording.report.survey else { return wording["appendix.models-none"] }
        let texts = wording.texts
        return wording.filled(
            "appendix.models-lead",
            [
                "models": texts.number(survey.models.count), "answers": texts.number(ranked.count),
                "shown": texts.number(min(Self.modelsShown, survey.models.count)),
            ])
    }

    var models: [EstimatePage.Table] {
        guard let survey = wording.report.survey else { return [] }
        let shown = (ranked + survey.models.filter { $0.fit == nil }).prefix(Self.modelsShown)
        return [
            EstimatePage.Table(
                caption: wording["appendix.models"], first: wording["appendix.model"],
                headings: [
                    wording["methods.estimate"], wording["appendix.deviance"], "AIC", "BIC",
                    wording["appendix.existence"],
                ],
                rows: shown.map(row))
        ]
    }

    private func row(_ model: FittedModel) -> EstimatePage.Row {
        let texts = wording.texts
        func number(_ value: Double?, _ digits: Int) -> String {
            value.map { texts.decimal($0, digits: digits) } ?? "–"
        }
        let existence =
            switch model.existence {
            case .fine: "fine"
            case .noEstimate: "none"
            case .notIdentified: "several"
            case .neither: "neither"
            }
        return EstimatePage.Row(
            name: model.model.notation,
            cells: [
                number(model.estimate, 1), number(model.fit?.deviance, 2), number(model.fit?.akaike, 2),
                number(model.fit?.bayes, 2), wording["appendix.exists.\(existence)"],
            ])
    }

    private func name(_ part: String) -> String {
        switch part {
        case "strata": wording["strata.heading"]
        case "coverage": wording["known.heading"]
        default: wording["methods.name.\(part)"]
        }
    }
}
