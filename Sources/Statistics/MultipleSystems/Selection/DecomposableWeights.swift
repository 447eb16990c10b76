import Foundation
import NumericMethods

/// Logarithms of posterior weights of graphs and numbers of unregistered persons, up to one constant.
struct DecomposableWeights {
    /// A number of unregistered persons, and how many whole numbers it stands for.
    struct Place {
        let dark: Int
        let width: Double
    }

    private let graphs: [DecomposableGraph]
    private let persons: Double
    private let lists: Int
    private let delta: Double
    /// By set of lists: the part of its marginal that does not depend on the number of unregistered persons.
    private let fixed: [Double]
    /// By set of lists: persons on none of them.
    private let onNone: [Double]

    /// Weights that far below the largest, in natural logarithms, are taken as nothing.
    private static let negligible = 36.0
    /// What the last doubling may still add, as a natural logarithm of a share: 1 in 100,000.
    private static let tail = 11.5
    /// More weight than this beyond the end moves the end.
    private static let mostBeyond = 0.01
    private static let evenPlaces = 2500

    init(_ table: CaptureTable, delta: Double, graphs: [DecomposableGraph]) {
        self.graphs = graphs
        self.delta = delta
        lists = table.lists.count
        persons = Double(table.persons)
        var fixed = Array(repeating: 0.0, count: table.counts.count)
        var onNone = fixed
        for set in table.counts.indices {
            var margin: [Int: Double] = [:]
            for (history, count) in table.counts.enumerated() where count > 0 {
                margin[history & set, default: 0] += Double(count)
            }
            onNone[set] = margin[0] ?? 0
            let prior = delta * Double(table.counts.count >> set.nonzeroBitCount)
            let least = logGamma(prior)
            // Histories without anybody cancel against the constant of the prior.
            fixed[set] = margin.sorted { $0.key < $1.key }.reduce(-least) {
                $1.key == 0 ? $0 : $0 + logGamma($1.value + prior) - least
            }
        }
        (self.fixed, self.onNone) = (fixed, onNone)
    }

    /// Even steps over nearly all of the weight, every whole number if these are few; beyond, steps of half a per cent.
    ///
    /// They end at thirty times the registered persons, or at the first doubling of that beyond which lies no more than
    /// ``mostBeyond`` of the weight.
    ///
    /// They start at one, as the package dga does: at nobody the thin prior of a history puts a spike that says nothing.
    ///
    /// - Returns: Also the share of the weight that lies beyond the end, approximately.
    func places() -> (places: [Place], beyond: Double) {
        var darks = [1]
        var logs: [Double] = []
        let limit = 1e5 * (persons + 10)
        while let last = darks.last {
            logs.append(highest(Double(last)) + log(max(1, Double(last) * 0.02)))
            // The last doubling of the population: what it adds bounds what a tail of a power still holds.
            let isSettled = Double(last) > 30 * persons && logSum(logs.suffix(36)) < logSum(logs) - Self.tail
            if isSettled || Double(last) > limit { break }
            darks.append(max(last + 1, Int(Double(last) * 1.02)))
        }
        let total = logSum(logs)
        func beyond(_ end: Double) -> Double {
            zip(darks, logs).reduce(0) { Double($1.0) > end ? $0 + exp($1.1 - total) : $0 }
        }
        var end = 30 * persons
        while beyond(end) > Self.mostBeyond { end *= 2 }
        let kept = darks.count { Double($0) <= end }
        return (Self.spread(Array(darks.prefix(kept)), Array(logs.prefix(kept)), end: Int(end)), beyond(end))
    }

    private static func spread(_ darks: [Int], _ logs: [Double], end: Int) -> [Place] {
        let total = logSum(logs)
        var sum = 0.0
        let cumulative = logs.map {
            sum += exp($0 - total); return sum
        }
        let low = darks[max(0, (cumulative.firstIndex { $0 > 1e-12 } ?? 0) - 1)]
        let nearlyAll = cumulative.firstIndex { $0 > 0.9995 } ?? darks.count - 1
        let high = nearlyAll + 1 < darks.count ? darks[nearlyAll + 1] : end
        var starts = Array(stride(from: low, to: high, by: max(1, (high - low) / evenPlaces)))
        var next = high
        while next <= end {
            starts.append(next)
            next += max(1, next / 200)
        }
        return starts.indices.map { place in
            let width = place + 1 < starts.count ? starts[place + 1] - starts[place] : 1
            return Place(dark: starts[place] + (width - 1) / 2, width: Double(width))
        }
    }

    /// As many places as the package dga usually takes, in even steps up to `times` the registered persons.
    func evenly(upTo times: Int, places: Int) -> [Place] {
        let end = Double(times) * persons
        let darks = (0..<places).map { 1 + (end - 1) * Double($0) / Double(places - 1) }
        return Set(darks.map { Int($0.rounded(.toNearestOrEven)) }).sorted().map { Place(dark: $0, width: 1) }
    }

    /// Summed over the graphs at each place, and over the places for each graph.
    func surface(on places: [Place]) -> (byPlace: [Double], byGraph: [Double]) {
        let margins = fixed.indices.map { set in places.map { margin(set, Double($0.dark)) } }
        let shared = places.map { common(Double($0.dark)) + log($0.width) }
        let rest = places.map { -self.rest(Double($0.dark)) }
        func line(_ graph: DecomposableGraph, _ line: inout [Double]) {
            let parts = Double(graph.cliques.count - graph.separators.count)
            for place in line.indices { line[place] = shared[place] + parts * rest[place] }
            for clique in graph.cliques { add(margins[clique.bits], 1, to: &line) }
            for separator in graph.separators { add(margins[separator.bits], -1, to: &line) }
        }
        var values = Array(repeating: 0.0, count: places.count)
        let tops = graphs.map { graph in
            line(graph, &values)
            return values.max() ?? -.infinity
        }
        let top = tops.max() ?? 0
        var byPlace = values.map { _ in 0.0 }
        let byGraph = zip(graphs, tops).map { graph, own in
            guard own > top - Self.negligible else { return own }
            line(graph, &values)
            var sum = 0.0
            for place in values.indices {
                let weight = exp(values[place] - top)
                byPlace[place] += weight
                sum += weight
            }
            return top + log(sum)
        }
        return (byPlace.map { top + log($0) }, byGraph)
    }

    private func add(_ margin: [Double], _ sign: Double, to line: inout [Double]) {
        for place in line.indices { line[place] += sign * margin[place] }
    }

    private func highest(_ dark: Double) -> Double {
        let margins = fixed.indices.map { margin($0, dark) }
        let rest = rest(dark)
        return common(dark)
            + (graphs.map { graph in
                graph.cliques.reduce(0) { $0 + margins[$1.bits] } - graph.separators.reduce(0) { $0 + margins[$1.bits] }
                    - Double(graph.cliques.count - graph.separators.count) * rest
            }.max() ?? 0)
    }

    private func margin(_ set: Int, _ dark: Double) -> Double {
        fixed[set] + logGamma(onNone[set] + dark + delta * Double((1 << lists) >> set.nonzeroBitCount))
    }

    private func rest(_ dark: Double) -> Double {
        let prior = delta * Double(1 << lists)
        return logGamma(persons + dark + prior) - logGamma(prior)
    }

    private func common(_ dark: Double) -> Double {
        logGamma(persons + dark + 1) - logGamma(dark + 1) - log(persons + dark)
    }
}
