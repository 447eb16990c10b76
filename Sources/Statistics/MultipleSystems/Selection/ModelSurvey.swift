/// Every model of a catalogue, fitted to a table.
package struct ModelSurvey: Sendable {
    package let table: CaptureTable
    package let order: Int
    /// In the order of ``ModelCatalogue``, those without an answer too.
    package let models: [FittedModel]

    /// Two-list interactions, as most published searches have them: in sparse tables the larger ones rest on single
    /// persons. Others are a wish of the caller.
    package static func usualOrder(lists: Int) -> Int { min(2, max(1, lists - 1)) }

    /// - Throws: E131 for too many models.
    package init(_ table: CaptureTable, order: Int) throws(StatisticsFailure) {
        self.table = table
        self.order = order
        let counts = CellCounts(table)
        var fitter = ModelFitter(lists: table.lists.count)
        var models: [FittedModel] = []
        for model in try ModelCatalogue.models(lists: table.lists.count, order: order) {
            let (existence, fit) = fitter.fit(model.interactions, to: counts)
            models.append(FittedModel(model, existence, fit, persons: counts.persons))
        }
        self.models = models
    }

    /// Models with an answer, the best first; of equal ones the one with fewer interactions, then the earlier.
    ///
    /// - Parameter criterion: The smaller, the better.
    package func ranked(by criterion: (FittedModel.Fit) -> Double) -> [FittedModel] {
        models.enumerated()
            .compactMap { place, model in
                model.fit.map { (value: criterion($0), place: place, model: model) }
            }
            .sorted {
                ($0.value, $0.model.model.interactions.count, $0.place)
                    < ($1.value, $1.model.model.interactions.count, $1.place)
            }
            .map(\.model)
    }
}
