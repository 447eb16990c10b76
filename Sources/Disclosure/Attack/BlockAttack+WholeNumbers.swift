// Where the linear program ends at fractions, counts still are whole: branch on a fraction until none is left.

extension BlockAttack {
    /// Looks for whole solutions that stretch the reach of `cell` downwards and upwards, until it is `enough` wide or
    /// all of the tree is searched.
    ///
    /// - Returns: false where `limit` nodes did not suffice; bounds and reach stay true, but may be apart.
    @discardableResult
    func searchWhole(_ cell: Int, enough: Int, limit: Int) -> Bool {
        var search = WholeSearch(attack: self, cell: cell, enough: enough, limit: limit)
        return search.run()
    }
}

private struct WholeSearch {
    let attack: BlockAttack
    let cell: Int
    let enough: Int
    let limit: Int
    private var nodes = 0
    private var isCut = false

    init(attack: BlockAttack, cell: Int, enough: Int, limit: Int) {
        self.attack = attack
        self.cell = cell
        self.enough = enough
        self.limit = limit
    }

    private var isDone: Bool { isCut || attack.wholeWidth(cell) >= enough }

    mutating func run() -> Bool {
        for sign in [1.0, -1.0] {
            let isReached =
                sign > 0
                ? attack.wholeLow[cell] == attack.outerLow[cell] : attack.wholeHigh[cell] == attack.outerHigh[cell]
            if isReached || isDone { continue }
            attack.program.setCost(cell, sign)
            nodes = 0
            descend(sign)
            attack.program.setCost(cell, 0)
            guard !isDone, attack.wholeLow[cell] != .max else { continue }
            // The tree is exhausted: nothing lies beyond the best solution found.
            if sign > 0 {
                attack.provedLow(cell, attack.wholeLow[cell])
            } else {
                attack.provedHigh(cell, attack.wholeHigh[cell])
            }
        }
        return !isCut
    }

    private mutating func descend(_ sign: Double) {
        nodes += 1
        if nodes > limit { isCut = true }
        if isDone { return }
        switch attack.program.solve(.dual) {
        case .infeasible: return
        case .stopped:
            isCut = true
            return
        case .optimal: break
        }
        let value = attack.program.solution[cell]
        let cannotImprove =
            sign > 0
            ? (value - BlockAttack.tolerance).rounded(.up) >= Double(attack.wholeLow[cell])
            : attack.wholeHigh[cell] != .min
                && (value + BlockAttack.tolerance).rounded(.down) <= Double(attack.wholeHigh[cell])
        if cannotImprove { return }
        attack.absorb()
        guard let branch = mostFractional() else { return }
        let fraction = attack.program.solution[branch]
        let (low, high) = (attack.lowNow[branch], attack.highNow[branch])
        attack.narrowNow(branch, low, fraction.rounded(.down))
        descend(sign)
        attack.narrowNow(branch, fraction.rounded(.up), high)
        if !isDone { descend(sign) }
        attack.narrowNow(branch, low, high)
    }

    private func mostFractional() -> Int? {
        let solution = attack.program.solution
        var best: (cell: Int, distance: Double)?
        for place in solution.indices {
            let distance = abs(solution[place] - solution[place].rounded())
            if distance > BlockAttack.tolerance, distance > best?.distance ?? 0 { best = (place, distance) }
        }
        return best?.cell
    }
}
