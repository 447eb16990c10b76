/// How often each level occurs among pairs of one kind (the same person, or two persons), by field.
struct LevelShares: Hashable {
    /// `shares[field][level]`; level 0, missing, has no share: what is missing says nothing.
    var shares: [[Double]]

    init(_ shares: [[Double]]) { self.shares = shares }

    subscript(field: Int, level: UInt8) -> Double { shares[field][Int(level)] }

    /// What is expected of pairs of one person before any is seen: nine of ten values agree, typing slips are rare.
    static func expectedOfMatches(_ kinds: [FieldKind]) -> LevelShares {
        LevelShares(
            kinds.map { kind in
                let row: [Double] =
                    switch kind {
                    case .name, .text, .address:
                        [0, 0.64, 0.07, 0.04, 0.05, 0.04, 0.03, 0.025, 0.02, 0.015, 0.01, 0.01, 0.05]
                    case .date: [0, 0.80, 0.01, 0.01, 0.06, 0.02, 0.02, 0.02, 0.01, 0.005, 0.025, 0.02]
                    case .code: [0, 0.80, 0.08, 0.03, 0.03, 0.06]
                    case .category: [0, 0.90, 0.04, 0.06]
                    }
                let sum = row.reduce(0, +)
                return row.map { $0 / sum }
            })
    }

    /// What is expected of pairs of any two persons before any is seen: files of a few records show no chance.
    static func expectedOfOthers(_ kinds: [FieldKind]) -> LevelShares {
        LevelShares(
            kinds.map { kind in
                let row: [Double] =
                    switch kind {
                    case .name, .text, .address:
                        [0, 0.005, 0.001, 0.002, 0.0001, 0.0002, 0.0004, 0.001, 0.0015, 0.002, 0.004, 0.001, 0.98]
                    case .date:
                        [0, 5e-5, 3e-5, 3e-5, 0.0015, 0.013, 0.0025, 0.003, 0.011, 0.03, 0.92, 0.018]
                    case .code: [0, 0.0001, 0.0002, 0.0005, 0.002, 0.9972]
                    case .category: [0, 0.4, 0.01, 0.59]
                    }
                let sum = row.reduce(0, +)
                return row.map { $0 / sum }
            })
    }
}
