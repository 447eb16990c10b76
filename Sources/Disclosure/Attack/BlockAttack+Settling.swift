// In which order the cells of a block are decided, and how far.

extension BlockAttack {
    /// Blocks up to here get the exact interval of every cell; in larger ones a cell is followed only until it is
    /// known to be wide, narrow or exact.
    static let cellsForIntervals = 400

    /// Branches tried for one cell before it stays undecided.
    private static let nodes = 400

    /// Decides all cells for which `required` (by cell of the block) is more than 0.
    ///
    /// - Parameter measuresEnds: Whether small blocks are to be measured; else no cell is followed longer than it takes
    ///   to see that it is wide.
    func settleAll(required: [Int], measuresEnds: Bool) {
        if openCells(required).isEmpty, !measuresEnds { return }
        if block.cells.count > Self.cellsForIntervals { push(required: required) }
        for cell in block.cells.indices where required[cell] > 0 {
            if isSpent { return }
            if measuresEnds, block.cells.count <= Self.cellsForIntervals {
                measure(cell)
            } else {
                settle(cell, required: required[cell])
            }
        }
    }

    /// Both ends of the interval, by solution and by proof.
    private func measure(_ cell: Int) {
        if wholeLow[cell] != outerLow[cell] { minimise(cell) }
        if wholeHigh[cell] != outerHigh[cell] { maximise(cell) }
        let isLimited = outerHigh[cell] < AdditiveSystem.unbounded && outerLow[cell] > -AdditiveSystem.unbounded
        if isLimited, wholeLow[cell] != outerLow[cell] || wholeHigh[cell] != outerHigh[cell] {
            searchWhole(cell, enough: .max, limit: Self.nodes)
        }
    }

    /// Whether enough is known: two solutions as far apart as required, or as the bounds leave at all.
    func isSettled(_ cell: Int, required: Int) -> Bool {
        let enough = min(required, outerWidth(cell))
        return wholeWidth(cell) >= enough
            || (block.cells.count > wholeUpTo && reachedWidth(cell) >= Double(enough) - Self.noise)
    }

    /// Whether the cell is wide, narrow or exact; ends only as exact as that needs.
    private func settle(_ cell: Int, required: Int) {
        if isSettled(cell, required: required) { return }
        maximise(cell)
        if isSettled(cell, required: required) { return }
        minimise(cell)
        if isSettled(cell, required: required) { return }
        searchWhole(cell, enough: min(required, outerWidth(cell)), limit: Self.nodes)
    }

    /// Moves many cells at once: all cells may stray from one solution by no more than what the widest needs, so that
    /// no cell takes the room of the others, and those not yet wide are pushed towards the end not reached.
    private func push(required: [Int]) {
        guard let base = wholePoint.map({ $0.map(Double.init) }) ?? Optional(Array(program.solution)) else { return }
        let stray = Double(required.max() ?? 1)
        let bounds = (lowNow, highNow)
        for cell in block.cells.indices {
            narrowNow(cell, max(bounds.0[cell], base[cell] - stray), min(bounds.1[cell], base[cell] + stray))
        }
        var chance = Chance()
        var open = openCells(required)
        var idle = 0
        for _ in 0..<200 {
            if open.isEmpty || isSpent { break }
            for cell in open {
                program.setCost(cell, direction(cell) * chance.weight())
            }
            if program.solve(.primal) == .optimal { absorb() }
            for cell in open { program.setCost(cell, 0) }
            let left = openCells(required)
            // A round that settles next to nothing is dearer than asking cell by cell.
            idle = open.count - left.count < 5 ? idle + 1 : 0
            open = left
            if idle == 3 { break }
        }
        for cell in block.cells.indices { narrowNow(cell, bounds.0[cell], bounds.1[cell]) }
    }

    /// Towards the end of the bounds that is farther from being reached; costs, so -1 is up.
    private func direction(_ cell: Int) -> Double {
        Double(outerHigh[cell]) - reachedHigh[cell] >= reachedLow[cell] - Double(outerLow[cell]) ? -1 : 1
    }

    /// A step is dearer the more cells and rows there are; about 50 million units of this a second.
    private var isSpent: Bool {
        Double(program.steps) * Double(block.cells.count + 4 * block.rows.count) > workAtMost
    }

    private func openCells(_ required: [Int]) -> [Int] {
        block.cells.indices.filter { required[$0] > 0 && !isSettled($0, required: required[$0]) }
    }
}

/// Chance that falls the same way in every run (xorshift, Marsaglia 2003): reports must not differ between runs.
private struct Chance {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// From 1 to 2, in one case of four negative: where sums are fixed, pushing all cells alike moves none.
    mutating func weight() -> Double {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        let size = 1 + Double(state >> 40) / 0x1p24
        return state & 3 == 0 ? -size : size
    }
}
