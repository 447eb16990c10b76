/// Which levels a field tells apart: every other counts as the next worse one that it does.
struct LevelFolding: Hashable, Sendable {
    /// Of each level, the one it counts as.
    let levels: [UInt8]

    /// All levels.
    init(_ kind: FieldKind) { levels = (0..<UInt8(Levels.count(kind))).map { $0 } }

    /// - Parameter kept: Names of levels; missing, exact and different are always told apart.
    /// - Throws: ``LinkageFailure/unknownLevel(name:known:)``.
    init(
        keeping kept: [String], _ kind: FieldKind, _ measure: FieldComparison.Measure
    ) throws(LinkageFailure) {
        let all = (0..<UInt8(Levels.count(kind))).map { $0 }
        let names = all.map { Levels.name($0, kind, measure) }
        if let odd = kept.first(where: { !names.contains($0) }) {
            throw .unknownLevel(name: odd, known: Array(names.dropFirst()))
        }
        let different = Levels.different(kind)
        let isKept = all.map { level in level <= 1 || level == different || kept.contains(names[Int(level)]) }
        levels = all.map { level in
            if isKept[Int(level)] { return level }
            let chain = Levels.ordered(kind).first { $0.contains(Int(level)) } ?? []
            let worse = chain.drop { $0 != Int(level) }.first { isKept[$0] }
            return worse.map { UInt8($0) } ?? different
        }
    }

    /// Shares of levels with those of the folded ones added to what they count as.
    func folded(_ shares: [Double]) -> [Double] {
        var result = shares.map { _ in 0.0 }
        for (level, share) in shares.enumerated() { result[Int(levels[level])] += share }
        return result
    }

    /// Whether a level occurs.
    func keeps(_ level: UInt8) -> Bool { levels[Int(level)] == level }
}
