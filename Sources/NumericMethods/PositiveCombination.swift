/// Whether vectors can be added up to nothing with every one of them taken a positive number of times.
///
/// By Stiemke's lemma the answer is no exactly where some direction has no negative product with any of them and a
/// positive one with at least one.
package enum PositiveCombination {
    /// Below it, what is left of the right-hand side counts as nothing.
    package static let tolerance = 1e-9

    /// - Parameter vectors: Of the same length each. Those of zeros alone play no part; without others the answer is yes.
    package static func exists(of vectors: [[Double]]) -> Bool {
        let telling = Array(Set(vectors.filter { $0.contains { abs($0) > tolerance } }))
        guard let length = telling.first?.count else { return true }
        if length == 1 { return telling.contains { $0[0] > 0 } && telling.contains { $0[0] < 0 } }
        // Each is taken once and w ≥ 0 times more: Σ w·v = −Σ v. Feasible?
        var rows: [[Double]] = (0..<length).map { place in telling.map { $0[place] } }
        var rest = rows.map { -$0.reduce(0, +) }
        for row in rows.indices where rest[row] < 0 {
            rows[row] = rows[row].map { -$0 }
            rest[row] = -rest[row]
        }
        return isFeasible(&rows, &rest)
    }

    /// First phase of the simplex method by Bland's rule, which ends: is there w ≥ 0 with rows · w = rest ≥ 0?
    private static func isFeasible(_ rows: inout [[Double]], _ rest: inout [Double]) -> Bool {
        let columns = rows[0].count
        // Numbers from `columns` on stand for what is still missing in a row.
        var basis = rows.indices.map { columns + $0 }
        while true {
            let open = basis.indices.filter { basis[$0] >= columns }
            if open.reduce(0, { $0 + rest[$1] }) <= tolerance { return true }
            let entering = (0..<columns).first { column in
                !basis.contains(column) && open.reduce(0) { $0 + rows[$1][column] } > tolerance
            }
            guard let entering else { return false }
            var leaving = -1
            for row in rows.indices where rows[row][entering] > tolerance {
                if leaving < 0 { leaving = row; continue }
                let (here, there) = (rest[row] / rows[row][entering], rest[leaving] / rows[leaving][entering])
                if here < there - 1e-12 || (here <= there + 1e-12 && basis[row] < basis[leaving]) { leaving = row }
            }
            guard leaving >= 0 else { return false }
            pivot(&rows, &rest, leaving, entering)
            basis[leaving] = entering
        }
    }

    private static func pivot(_ rows: inout [[Double]], _ rest: inout [Double], _ leaving: Int, _ entering: Int) {
        let scale = rows[leaving][entering]
        rows[leaving] = rows[leaving].map { $0 / scale }
        rest[leaving] /= scale
        for row in rows.indices where row != leaving && rows[row][entering] != 0 {
            let factor = rows[row][entering]
            for place in rows[row].indices { rows[row][place] -= factor * rows[leaving][place] }
            rest[row] = max(0, rest[row] - factor * rest[leaving])
        }
    }
}
