// An attacker has a list of the population in the clear and the codes of it, and knows how codes are made but not the key.
// Records that are alike in the clear have codes that are alike: the two graphs of likeness are laid over one another,
// first by how alike each record is to all others, then so that likeness agrees pair by pair, until nothing changes.
// Source: the idea of Vidanage, Christen, Ranbaduge and Schnell (2020); the steps are those of the projected power method
// for matching graphs (Onaran and Villar 2017), with the assignment that the linkage itself uses.

@testable import Linkage

/// Recognises codes by their likeness to one another.
struct GraphAttack {
    /// Of each code, the place in the known list that it is held for.
    let guesses: [Int]

    /// - Parameters:
    ///   - known: Likeness of every two records of the known list.
    ///   - hidden: Likeness of every two codes; no more of them than records in the list.
    init(known: [[Double]], hidden: [[Double]]) {
        let profiles = known.enumerated().map { GraphAttack.profile($1, without: $0) }
        var guesses = GraphAttack.assigned(
            hidden.enumerated().map { place, row in
                let own = GraphAttack.profile(row, without: place)
                return profiles.map { other in 1e3 - zip(own, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } }
            })
        let (codes, list) = (GraphAttack.centred(hidden), GraphAttack.centred(known))
        for _ in 0..<GraphAttack.rounds {
            let next = GraphAttack.assigned(
                codes.map { row in
                    list.indices.map { record in
                        var sum = 1e3
                        for (code, guess) in guesses.enumerated() { sum += row[code] * list[guess][record] }
                        return sum
                    }
                })
            if next == guesses { break }
            guesses = next
        }
        self.guesses = guesses
    }

    private static let rounds = 40

    /// The likeness to all others, in an order that does not depend on who they are.
    private static func profile(_ row: [Double], without own: Int) -> [Double] {
        var others = row
        others.remove(at: own)
        return others.sorted(by: >)
    }

    private static func assigned(_ gains: [[Double]]) -> [Int] { Assignment.best(gains).map { $0 ?? 0 } }

    /// Without the mean, and without the likeness to itself.
    private static func centred(_ likeness: [[Double]]) -> [[Double]] {
        let count = Double(likeness.count * (likeness.count - 1))
        let sum = likeness.enumerated().reduce(0) { $0 + $1.element.reduce(0, +) - $1.element[$1.offset] }
        return likeness.enumerated().map { place, row in
            row.enumerated().map { $0.offset == place ? 0 : $0.element - sum / max(1, count) }
        }
    }
}
