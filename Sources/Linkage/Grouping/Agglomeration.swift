/// Joins the two sets whose pairs speak most for it, on average, until none do.
struct Agglomeration {
    private let size: Int
    /// Sums of links between sets; minus infinity between sets that must stay apart.
    private var sums: [Float]
    private var weights: [Float]
    private var members: [[Int]]

    /// - Parameter links: `size` squared; positive for one person.
    init(size: Int, links: [Float]) {
        self.size = size
        sums = links
        weights = [Float](repeating: 1, count: size)
        members = (0..<size).map { [$0] }
    }

    /// Sets of two or more, in ascending order.
    consuming func sets() -> [[Int]] {
        var alive = Array(0..<size)
        // The best partner of every set, so that a round costs one pass and not all pairs.
        var best = alive.map { partner(of: $0, in: alive) }
        while true {
            var choice: (value: Float, first: Int)?
            for set in alive {
                guard let (value, _) = best[set], value > choice?.value ?? 0 else { continue }
                choice = (value, set)
            }
            guard let first = choice?.first, let second = best[first]?.partner else { break }
            join(first, second, alive)
            alive.removeAll { $0 == second }
            for set in alive where set == first || best[set]?.partner == first || best[set]?.partner == second {
                best[set] = partner(of: set, in: alive)
            }
            for set in alive where set != first {
                if let value = average(set, first), value > best[set]?.value ?? 0 { best[set] = (value, first) }
            }
        }
        return members.filter { $0.count > 1 }.map { $0.sorted() }
    }

    private func average(_ first: Int, _ second: Int) -> Float? {
        let sum = sums[first * size + second]
        return sum == -.infinity ? nil : sum / (weights[first] * weights[second])
    }

    private func partner(of set: Int, in alive: [Int]) -> (value: Float, partner: Int)? {
        var best: (value: Float, partner: Int)?
        for other in alive where other != set {
            if let value = average(set, other), value > best?.value ?? 0 { best = (value, other) }
        }
        return best
    }

    private mutating func join(_ first: Int, _ second: Int, _ alive: [Int]) {
        for other in alive where other != first && other != second {
            let sum = sums[first * size + other] + sums[second * size + other]
            sums[first * size + other] = sum
            sums[other * size + first] = sum
        }
        weights[first] += weights[second]
        members[first] += members[second]
        members[second] = []
    }
}
