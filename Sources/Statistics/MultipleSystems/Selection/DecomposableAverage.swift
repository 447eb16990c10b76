import Foundation
import NumericMethods

// Goals, in order: (1) no underflow: everything in logarithms until a difference from the largest is known; (2) no grid
// to be chosen by the user; (3) graphs that carry no weight cost no exponentials.

/// The number of persons averaged over all decomposable graphs of dependence between the lists.
///
/// Every graph, and every number of persons on no list, has a posterior weight; the prior is even over graphs, hyper-
/// Dirichlet with 2 to the power of minus the number of lists in each history, and in proportion to one over the
/// population. The number is summed over whole numbers, exactly where it is small and in steps that the posterior
/// does not notice where it is large.
///
/// - Source: Madigan, York (1997), Bayesian methods for estimation of the size of a closed population, Biometrika 84,
///   19–31; the prior as in the package dga by Johndrow, Lum, Manrique-Vallier, Ball.
package struct DecomposableAverage: Sendable {
    package struct Weight: Sendable, Hashable {
        package let graph: DecomposableGraph
        package let probability: Double
    }

    package struct Mode: Sendable, Hashable {
        /// Where the posterior is highest.
        package let persons: Int
        /// Share of the posterior between the valleys on both sides.
        package let probability: Double
    }

    package let persons: Int
    package let mean: Double
    /// Heaviest first.
    package let graphs: [Weight]
    /// Hills with valleys between them that go down to half of the lower hill or less; ascending.
    package let modes: [Mode]
    /// About the share of the posterior beyond the largest number looked at, which is at least thirty times the
    /// registered persons; at most 1 in 100. Where it is not tiny, the upper limits and the mean rest on that end.
    package let shareBeyond: Double
    private let places: [DecomposableWeights.Place]
    private let cumulative: [Double]

    package static let mostLists = 6

    /// Which numbers of unregistered persons are looked at.
    package enum Grid: Sendable, Hashable {
        /// Up to thirty times the registered persons, and further where more than 1 % of the weight lies beyond.
        case automatic
        /// As the package dga is usually called: even steps up to so many times the registered persons, each step
        /// counted once, and nothing beyond.
        case even(times: Int, places: Int)
    }

    /// - Parameter prior: Persons that each history is imagined to have beforehand; nil for 2 to the power of minus the
    ///   number of lists.
    /// - Throws: E133 for more than 6 lists, E121 where no weight can be computed.
    package init(
        _ table: CaptureTable, prior: Double? = nil, grid: Grid = .automatic
    ) throws(StatisticsFailure) {
        guard table.lists.count <= Self.mostLists else {
            throw .methodNeedsLists(
                method: "Averaging over decomposable graphs", least: 2, most: Self.mostLists, found: table.lists.count)
        }
        let delta = prior ?? 1 / Double(table.counts.count)
        let graphs = DecomposableGraph.all(lists: table.lists.count)
        let weights = DecomposableWeights(table, delta: delta, graphs: graphs)
        let places: [DecomposableWeights.Place]
        switch grid {
        case .automatic: (places, shareBeyond) = weights.places()
        case .even(let times, let count): (places, shareBeyond) = (weights.evenly(upTo: times, places: count), 0)
        }
        let surface = weights.surface(on: places)
        let total = logSum(surface.byGraph)
        guard total.isFinite else { throw .noEstimate(lists: table.lists) }
        persons = table.persons
        self.places = places
        self.graphs = zip(graphs, surface.byGraph).map { Weight(graph: $0, probability: exp($1 - total)) }
            .filter { $0.probability > 1e-12 }.sorted { $0.probability > $1.probability }
        let shares = surface.byPlace.map { exp($0 - total) }
        var sum = 0.0
        cumulative = shares.map {
            sum += $0; return sum
        }
        mean = Double(table.persons) + zip(places, shares).reduce(0) { $0 + Double($1.0.dark) * $1.1 } / sum
        modes = PosteriorModes.find(
            densities: zip(places, shares).map { $1 / $0.width }, shares: shares,
            persons: places.map { table.persons + $0.dark })
    }

    /// The smallest number of persons that has at least this share of the posterior at or below it.
    package func quantile(_ probability: Double) -> Int {
        let wanted = probability * (cumulative.last ?? 1)
        let place = cumulative.firstIndex { $0 >= wanted } ?? max(0, cumulative.count - 1)
        // Within a step the posterior is taken as level.
        let before = place > 0 ? cumulative[place - 1] : 0
        let share = cumulative[place] > before ? (wanted - before) / (cumulative[place] - before) - 0.5 : 0
        return persons + places[place].dark + Int((share * (places[place].width - 1)).rounded())
    }
}
