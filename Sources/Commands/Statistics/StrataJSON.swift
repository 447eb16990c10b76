import Mechanisms
import Statistics

/// Estimates by stratum as JSON; the lines of one column add up to the total.
struct StrataJSON {
    private let estimate: StratifiedEstimate
    private let populations: [[String]: Int]

    init(_ estimate: StratifiedEstimate, _ populations: [[String]: Int]) {
        self.estimate = estimate
        self.populations = populations
    }

    var json: JSON {
        .members([
            "columns": .array(estimate.columns.map(JSON.text)), "total": line(estimate.total),
            "margins": .array(estimate.margins.map { line($0) }),
            "strata": .array(zip(estimate.strata, estimate.alone).map { line($0, alone: $1) }),
            "unstratified": estimate.unstratified.estimate.map(JSON.decimal) ?? .null,
            "spreadOfLists": .decimal(estimate.spreadOfLists),
            "spreadOfInteractions": .decimal(estimate.spreadOfInteractions),
        ])
    }

    private func line(_ line: StratifiedEstimate.Line, alone: Double? = nil) -> JSON {
        var members: [JSON.Member] = zip(estimate.columns, line.values).map {
            .init(name: $0, value: $1.map(JSON.text) ?? .null)
        }
        members += [
            .init(name: "registered", value: .number(line.registered)),
            .init(name: "estimate", value: .decimal(line.estimate)),
            .init(name: "interval95", value: EstimateJSON.range(line.interval)),
        ]
        if let alone { members.append(.init(name: "alone", value: .decimal(alone))) }
        if let population = estimate.population(of: line, populations),
            let rate = try? Rate(line.estimate, line.interval, population: population)
        {
            members.append(.init(name: "per100000", value: .decimal(rate.estimate)))
            members.append(.init(name: "per100000interval95", value: EstimateJSON.range(rate.interval)))
        }
        return .object(members)
    }
}
