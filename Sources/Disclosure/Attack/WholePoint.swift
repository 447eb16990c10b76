/// Values in whole numbers that fit the equations, for cells of which nobody in the room knows the true ones.
struct WholePoint {
    /// By cell.
    private(set) var values: [Int]
    /// By equation: whether it had to be given up, since nothing fits it together with the others.
    private(set) var dropped: [Bool]

    init(_ system: AdditiveSystem) {
        values = system.lower
        dropped = Array(repeating: false, count: system.equations.count)
        while true {
            var propagation = BoundPropagation(system)
            if let conflict = propagation.run(without: dropped) {
                dropped[conflict.row] = true
                continue
            }
            values = propagation.lower
            let rows = fill(system, propagation)
            if rows.isEmpty { return }
            for row in rows { dropped[row] = true }
        }
    }

    /// The equations to give up.
    private mutating func fill(_ system: AdditiveSystem, _ propagation: BoundPropagation) -> [Int] {
        let (lower, upper) = (propagation.lower, propagation.upper)
        var rows: [Int] = []
        for block in Block.split(system.equations, lower: lower, upper: upper, dropped: dropped)
        where block.equations.count > 0 {
            let attack = BlockAttack(
                block: block, lower: lower, upper: upper, wholeUpTo: .max, workAtMost: .infinity)
            guard attack.findPoint() else {
                rows += Contradiction(block, lower: attack.lowNow, upper: attack.highNow).conflicts().map(\.row)
                continue
            }
            if attack.wholePoint == nil { attack.searchWhole(0, enough: 0, limit: Self.nodes) }
            guard let point = attack.wholePoint else {
                rows += block.rows
                continue
            }
            for (place, cell) in block.cells.enumerated() { values[cell] = point[place] }
        }
        return rows
    }

    /// Branches tried before the equations of a block are given up.
    private static let nodes = 2000
}
