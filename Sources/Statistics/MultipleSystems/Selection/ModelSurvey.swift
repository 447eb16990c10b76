/// Every model of a catalogue, fitted to a table.
package struct ModelSurvey: Sendable {
    package let table: CaptureTable
    package let order: Int
    /// In the order of ``ModelCatalogue``, those without an answer too.
    package let models: [FittedModel]

    /// Two-list interactions for 6 lists and for 3, which have no more; up to three lists for 4 and 5.
    ///
    /// - Source: the defaults of Silverman, Chan, Vincent (2024), Statistics and Computing 34:44.
    package static func usualOrder(lists: Int) -> Int { lists == 4 || lists == 5 ? 3 : min(2, lists - 1) }

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
