// In which order the cells of a block are decided, and how far.

extension BlockAttack {
    /// Blocks up to here get the exact interval of every cell; in larger ones a cell is followed only until it is
    /// known to be wide, narrow or exact.
    static let cellsForIntervals = 400

    /// Blocks up to here are always searched for whole-number solutions; larger ones only where the interval of the
    /// linear program is narrow, since there a cell has so many neighbours that a wide real interval is a wide whole one.
    static let cellsForWholeSearch = 3000

    /// Branches tried for one cell before it stays undecided.
    private static let nodes = 400

    /// Decides all cells for which `required` (by cell of the block) is more than 0.
    func settleAll(required: [Int]) {
        if block.cells.count > Self.cellsForIntervals { push(required: required) }
        for cell in block.cells.indices where required[cell] > 0 {
            if block.cells.count <= Self.cellsForIntervals {
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

    /// Whether the cell is wide, narrow or exact; ends only as exact as that needs.
    private func settle(_ cell: Int, required: Int) {
        func isReached() -> Bool {
            let enough = min(required, outerWidth(cell))
            if wholeWidth(cell) >= enough { return true }
            return block.cells.count > Self.cellsForWholeSearch && outerWidth(cell) > 2 * required
                && reachedWidth(cell) >= Double(2 * required) - Self.tolerance
        }
        if isReached() { return }
        maximise(cell)
        if isReached() { return }
        minimise(cell)
        if isReached() { return }
        let isLarge = block.cells.count > Self.cellsForWholeSearch
        searchWhole(cell, enough: min(required, outerWidth(cell)), limit: isLarge ? 20 : Self.nodes)
    }

    /// Moves many cells at once: all cells may stray from one solution by no more than what the widest needs, so that
    /// no cell takes the room of the others, and those not yet wide are pushed up, down, or either way in turn.
    private func push(required: [Int]) {
        guard let base = wholePoint.map({ $0.map(Double.init) }) ?? Optional(Array(program.solution)) else { return }
        let stray = Double(2 * (required.max() ?? 1))
        let bounds = (lowNow, highNow)
        for cell in block.cells.indices {
            narrowNow(cell, max(bounds.0[cell], base[cell] - stray), min(bounds.1[cell], base[cell] + stray))
        }
        var chance = Coin()
        var open = openCells(required)
        for round in 0..<24 {
            if open.isEmpty { break }
            for cell in open {
                let isUp = round == 0 || (round > 1 && chance.toss())
                program.setCost(cell, isUp ? -1 : 1)
            }
            if program.solve(.primal) == .optimal { absorb() }
            for cell in open { program.setCost(cell, 0) }
            let left = openCells(required)
            // A round that settles next to nothing is dearer than asking cell by cell.
            if round > 3, left.count * 50 > open.count * 49 { break }
            open = left
        }
        for cell in block.cells.indices { narrowNow(cell, bounds.0[cell], bounds.1[cell]) }
    }

    private func openCells(_ required: [Int]) -> [Int] {
        block.cells.indices.filter {
            required[$0] > 0 && wholeWidth($0) < min(required[$0], outerWidth($0))
                && reachedWidth($0) < Double(2 * required[$0])
        }
    }
}

/// A toss that falls the same way in every run (xorshift, Marsaglia 2003): reports must not differ between runs.
private struct Coin {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func toss() -> Bool {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state & 1 << 20 == 0
    }
}
