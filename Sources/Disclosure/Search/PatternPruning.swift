/// Publishes again what need not be withheld: the search adds cells for one primary cell after the other, and what
/// was added for an early one is often not needed once the later ones have theirs.
struct PatternPruning {
    private(set) var pattern: Pattern
    private let witnesses: [Witness]
    /// Tables with the same published figures as the pattern that is left.
    private(set) var found: [Witness] = []

    /// - Parameter witnesses: Tables with the same published figures as `pattern`, as many as are known.
    init(_ pattern: Pattern, witnesses: [Witness]) {
        self.pattern = pattern
        self.witnesses = witnesses
    }

    mutating func run() {
        let attack = pattern.attack()
        let system = attack.system
        let blocks = Block.split(
            system.equations, lower: system.lower, upper: system.upper,
            dropped: Array(repeating: false, count: system.equations.count))
        var blockOfCell = [Int32](repeating: -1, count: pattern.counts.count)
        var placeOfCell = blockOfCell
        for (number, block) in blocks.enumerated() {
            for (place, cell) in block.cells.enumerated() {
                blockOfCell[cell] = Int32(number)
                placeOfCell[cell] = Int32(place)
            }
        }
        var parts = [[Witness]](repeating: [], count: blocks.count)
        for witness in witnesses {
            // What a witness does in one block is a witness by itself.
            var pieces: [Int32: Witness] = [:]
            for (cell, deviation) in zip(witness.cells, witness.deviations) where blockOfCell[Int(cell)] >= 0 {
                pieces[blockOfCell[Int(cell)], default: Witness()].append(Int(placeOfCell[Int(cell)]), deviation)
            }
            for (number, piece) in pieces { parts[Int(number)].append(piece) }
        }
        for (block, known) in zip(blocks, parts) {
            var trial = BlockPruning(block, pattern, witnesses: known)
            for cell in trial.run() { pattern.standings[cell] = .published }
            for witness in trial.witnesses { found.append(witness.placed(at: block.cells)) }
        }
    }
}

/// The trials in one block, with the witnesses that all of them share.
private struct BlockPruning {
    let block: Block
    let pattern: Pattern
    let program: LinearProgram
    let truth: [Double]
    let lower: [Double]
    let upper: [Double]
    let widths: [Double]
    /// In cells of the block.
    var witnesses: [Witness]
    var isPublished: [Bool]
    private var low: [Double] = []
    private var high: [Double] = []

    /// A cell whose absence would leave more cells than this without a witness carries too much to be tried.
    private static let lackingAtMost = 40
    /// Simplex steps times cells for all trials of a block; what is not tried by then stays withheld. A tenth of a second
    /// for the largest blocks, all trials for small ones.
    private static let workAtMost = 1_000_000

    init(_ block: Block, _ pattern: Pattern, witnesses: [Witness]) {
        self.block = block
        self.pattern = pattern
        self.witnesses = witnesses
        truth = block.cells.map { Double(pattern.counts[$0]) }
        lower = block.cells.map { Double(max(pattern.floors[$0], pattern.counts[$0] - 10_000_000)) }
        // Far enough: a cell need not be shown to be wider than asked.
        upper = block.cells.map { Double(pattern.counts[$0] + 8 * max(1, pattern.widths[$0])) }
        widths = block.cells.map { Double(pattern.widths[$0]) }
        isPublished = Array(repeating: false, count: block.cells.count)
        program = LinearProgram(equations: block.equations, lower: lower, upper: upper)
    }

    /// The cells of the set that may be published after all, the dearest tried first.
    mutating func run() -> [Int] {
        let candidates = block.cells.indices.filter { pattern.standings[block.cells[$0]] == .complementary }
            .sorted {
                let (left, right) = (pattern.weights[block.cells[$0]], pattern.weights[block.cells[$1]])
                return left == right ? $0 < $1 : left > right
            }
        for candidate in candidates where program.steps * block.cells.count < Self.workAtMost {
            isPublished[candidate] = true
            program.setBounds(candidate, truth[candidate], truth[candidate])
            if staysOpen(without: candidate) {
                witnesses.removeAll { $0.cells.contains(Int32(candidate)) }
            } else {
                isPublished[candidate] = false
                program.setBounds(candidate, lower[candidate], upper[candidate])
            }
        }
        return isPublished.indices.filter { isPublished[$0] }.map { block.cells[$0] }
    }

    private func isLacking(_ cell: Int) -> Bool {
        widths[cell] > 0 && !isPublished[cell] && high[cell] - low[cell] < widths[cell] - BlockAttack.tolerance
    }

    private mutating func staysOpen(without candidate: Int) -> Bool {
        low = truth
        high = truth
        for witness in witnesses where !witness.cells.contains(Int32(candidate)) { stretch(by: witness) }
        let lacking = block.cells.indices.filter(isLacking)
        if lacking.count > Self.lackingAtMost { return false }
        for cell in lacking {
            for sign in [-1.0, 1.0] where isLacking(cell) {
                program.setCost(cell, sign)
                let verdict = program.solve(.primal)
                program.setCost(cell, 0)
                guard verdict == .optimal else { return false }
                keepWitness()
            }
            if isLacking(cell) { return false }
        }
        return true
    }

    private mutating func keepWitness() {
        var witness = Witness()
        let solution = program.solution
        for cell in block.cells.indices where abs(solution[cell] - truth[cell]) > BlockAttack.tolerance {
            witness.append(cell, solution[cell] - truth[cell])
        }
        stretch(by: witness)
        witnesses.append(witness)
    }

    private mutating func stretch(by witness: Witness) {
        for (cell, deviation) in zip(witness.cells, witness.deviations) {
            let value = truth[Int(cell)] + deviation
            low[Int(cell)] = min(low[Int(cell)], value)
            high[Int(cell)] = max(high[Int(cell)], value)
        }
    }
}
