import Foundation

/// The estimate as a function of a dependence that the table cannot show.
///
/// An interaction outside the model is given a value instead of being taken as nothing: `oddsRatio` times as many persons
/// on those lists together as independence would have. All other terms are fitted.
///
/// - Source: Gerritse, van der Heijden, Bakker (2015), Sensitivity of population size estimation for violating parametric
///   assumptions in log-linear models, Journal of Official Statistics 31, 357–379.
package struct OffsetCurve: Sendable, Hashable {
    package struct Point: Sendable, Hashable {
        package let oddsRatio: Double
        /// nil where the model has no answer.
        package let estimate: Double?
    }

    package let term: ListSet
    package let points: [Point]

    /// From an eighth to eight times.
    package static let usualRatios = (-6...6).map { pow(2, Double($0) / 2) }

    package init(_ term: ListSet, beside fitted: FittedModel, of table: CaptureTable, ratios: [Double] = usualRatios) {
        self.term = term
        let counts = CellCounts(table)
        var fitter = ModelFitter(lists: table.lists.count)
        var points: [Point] = []
        for ratio in ratios {
            let offset = table.counts.indices.map { $0 & term.bits == term.bits ? log(ratio) : 0 }
            let fit = fitter.fit(fitted.model.interactions, to: counts, offset: offset).fit
            points.append(Point(oddsRatio: ratio, estimate: fit.map { counts.persons + $0.dark }))
        }
        self.points = points
    }

    /// One curve for each pair of lists outside the model, and one for the interaction of all lists, which no table shows.
    package static func all(beside fitted: FittedModel, of table: CaptureTable) -> [OffsetCurve] {
        let pairs = ListSet.all(of: 2, lists: table.lists.count).filter { !fitted.model.interactions.contains($0) }
        let highest = table.lists.count > 2 ? [ListSet(table.lists.indices)] : []
        return (pairs + highest).map { OffsetCurve($0, beside: fitted, of: table) }
    }
}
