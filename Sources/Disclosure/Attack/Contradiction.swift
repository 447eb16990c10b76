/// A block without a solution: which equations to give up, so that the rest holds, at the least sum of amounts.
struct Contradiction {
    private let block: Block
    private let lower: [Double]
    private let upper: [Double]

    init(_ block: Block, lower: [Double], upper: [Double]) {
        self.block = block
        self.lower = lower
        self.upper = upper
    }

    /// At least one conflict, with rows of the whole system.
    func conflicts() -> [Attack.Conflict] {
        var equations = SparseRows()
        let cells = block.cells.count
        for row in 0..<block.equations.count {
            let members = block.equations.members(of: row).map {
                (column: Int(block.equations.columns[$0]), sign: block.equations.signs[$0])
            }
            equations.append(
                members + [(cells + 2 * row, 1), (cells + 2 * row + 1, -1)], sum: block.equations.sums[row])
        }
        let slacks = 2 * block.equations.count
        let program = LinearProgram(
            equations: equations, lower: lower + Array(repeating: 0, count: slacks),
            upper: upper + Array(repeating: .infinity, count: slacks))
        for slack in 0..<slacks { program.setCost(cells + slack, 1) }
        guard program.solve(.primal) == .optimal else { return firstRow }
        let solution = program.solution
        let found = block.rows.indices.compactMap { row -> Attack.Conflict? in
            let amount = solution[cells + 2 * row] + solution[cells + 2 * row + 1]
            guard amount > BlockAttack.tolerance else { return nil }
            return Attack.Conflict(row: block.rows[row], amount: Int(amount.rounded(.up)))
        }
        return found.isEmpty ? firstRow : found
    }

    /// What is given up when even this has no answer: the attack must go on, and end.
    private var firstRow: [Attack.Conflict] { block.rows.prefix(1).map { Attack.Conflict(row: $0, amount: 0) } }
}
