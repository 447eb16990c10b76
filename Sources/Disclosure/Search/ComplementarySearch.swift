// Which further cells to withhold, so that every withheld one can be far enough from its true value.
//
// For a cell that must be able to be `w` higher, the cheapest deviation from the true table is sought that has it `w`
// higher, obeys every equation and takes no cell below what readers know: a linear program over all cells of the set,
// where straying from a published count costs what its readers lose. What the deviation touches is withheld; the
// deviated table is a second table with the same published figures, a witness that the cell is open.
// Source: the incremental attacker problems of J. P. Kelly, B. L. Golden, A. A. Assad, "Cell suppression: disclosure
// protection for sensitive tabular data", Networks 22 (1992); here for linked and hierarchical sets, several cells at a
// time, and with witnesses kept.

struct ComplementarySearch {
    /// A cell that no deviation can open, and a published equation that holds it.
    struct Stuck: Error {
        let cell: Int
        let equation: Int?
    }

    private(set) var pattern: Pattern
    private let moves: BoxMoves?
    private let movable: [Int]
    private let place: [Int32]
    private let program: LinearProgram
    /// Deviations found, for whoever has to show later that a cell is open.
    private(set) var witnesses: [Witness] = []
    /// By movable cell: how far witnesses reach below and above the true value.
    private var reachDown: [Double]
    private var reachUp: [Double]
    /// Rows of the program, by number in the pattern.
    private let rows: [Int]

    /// Cells above this number are opened in groups, so that there are some hundreds of solves, not thousands.
    private static let groups = 150

    /// - Parameter moves: Boxes of cells that open many cells for nothing; nil where no table is laid out as a grid.
    init(_ pattern: Pattern, moves: BoxMoves?) {
        self.pattern = pattern
        self.moves = moves
        movable = pattern.counts.indices.filter { pattern.standings[$0] != .known }
        var place = [Int32](repeating: -1, count: pattern.counts.count)
        for (number, cell) in movable.enumerated() { place[cell] = Int32(number) }
        var equations = SparseRows()
        var rows: [Int] = []
        for row in 0..<pattern.equations.count {
            var members: [(column: Int, sign: Int8)] = []
            for member in pattern.equations.members(of: row) {
                let number = Int(place[Int(pattern.equations.columns[member])])
                guard number >= 0 else { continue }
                let sign = pattern.equations.signs[member]
                members.append((2 * number, sign))
                members.append((2 * number + 1, -sign))
            }
            guard !members.isEmpty else { continue }
            equations.append(members, sum: 0)
            rows.append(row)
        }
        self.place = place
        self.rows = rows
        var upper = [Double](repeating: .infinity, count: 2 * movable.count)
        for (number, cell) in movable.enumerated() {
            upper[2 * number + 1] = Double(max(0, pattern.counts[cell] - pattern.floors[cell]))
        }
        program = LinearProgram(
            equations: equations, lower: Array(repeating: 0, count: 2 * movable.count), upper: upper)
        reachDown = Array(repeating: 0, count: movable.count)
        reachUp = reachDown
        for number in movable.indices { price(number) }
    }

    /// Withholds until every withheld cell has its witness.
    mutating func run() throws(Stuck) {
        openByBoxes()
        while true {
            let targets = movable.indices.filter(isLacking)
            if targets.isEmpty { return }
            let size = max(1, targets.count / Self.groups)
            // Neighbours in one table stand beside each other: a stride keeps them out of one group.
            let stride = (targets.count + size - 1) / size
            for start in 0..<stride {
                let group = Swift.stride(from: start, to: targets.count, by: stride).map { targets[$0] }
                try open(group.filter(isLacking))
            }
        }
    }

    /// Opens what boxes open, without the program; first what they open for nothing.
    private mutating func openByBoxes() {
        guard let moves else { return }
        for cost in [0, Double.infinity] {
            for number in movable.indices where isLacking(number) {
                let opening = moves.opening(
                    movable[number], in: pattern, reachDown: reachDown[number], reachUp: reachUp[number], cost: cost)
                for witness in opening?.witnesses ?? [] {
                    for cell in witness.cells { withhold(Int(cell)) }
                    learn(witness)
                }
            }
        }
    }

    /// Withholds one more cell by decision of the caller.
    mutating func withhold(_ cell: Int) {
        guard pattern.standings[cell] == .published else { return }
        pattern.standings[cell] = .complementary
        price(Int(place[cell]))
    }

    /// Opens one cell for an attacker who knows the cells in `own`: these may not move.
    mutating func open(_ cell: Int, holding own: [Int]) throws(Stuck) {
        let held = own.map { Int(place[$0]) }.filter { $0 >= 0 }
        for number in held {
            program.setBounds(2 * number, 0, 0)
            program.setBounds(2 * number + 1, 0, 0)
        }
        defer { for number in held { release(number) } }
        let number = Int(place[cell])
        let reach = (reachDown[number], reachUp[number])
        (reachDown[number], reachUp[number]) = (0, 0)
        try openAlone(number)
        reachDown[number] = max(reachDown[number], reach.0)
        reachUp[number] = max(reachUp[number], reach.1)
    }

    /// Takes over that cells withheld so far are published after all.
    ///
    /// - Parameter found: Tables that show all that is withheld still to be open.
    mutating func publish(_ pruned: Pattern, _ found: [Witness]) {
        for cell in pattern.counts.indices where pattern.isOpen(cell) && !pruned.isOpen(cell) {
            pattern.standings[cell] = .published
            price(Int(place[cell]))
        }
        let known = found.filter { $0.cells.allSatisfy { pruned.isOpen(Int($0)) } }
        witnesses = []
        for number in movable.indices {
            reachUp[number] = 0
            reachDown[number] = 0
        }
        for witness in known { learn(witness) }
    }

    private mutating func learn(_ witness: Witness) {
        witnesses.append(witness)
        for (cell, deviation) in zip(witness.cells, witness.deviations) {
            let number = Int(place[Int(cell)])
            reachUp[number] = max(reachUp[number], deviation)
            reachDown[number] = max(reachDown[number], -deviation)
        }
    }

    private func isLacking(_ number: Int) -> Bool {
        let cell = movable[number]
        return pattern.isOpen(cell)
            && reachDown[number] + reachUp[number] < Double(pattern.widths[cell]) - BlockAttack.tolerance
    }

    /// What a unit of deviation costs: in full at a deviation of the width asked, more where the cell cannot give as
    /// much, so that one cell of some size is preferred to several small ones.
    private func price(_ number: Int) {
        let cell = movable[number]
        guard !pattern.isOpen(cell) else {
            program.setCost(2 * number, 0)
            program.setCost(2 * number + 1, 0)
            return
        }
        let width = Double(max(1, pattern.widths[cell]))
        let room = Double(max(1, pattern.counts[cell] - pattern.floors[cell]))
        program.setCost(2 * number, pattern.weights[cell] / width)
        program.setCost(2 * number + 1, pattern.weights[cell] / min(width, room))
    }

    private mutating func open(_ group: [Int]) throws(Stuck) {
        if group.isEmpty { return }
        if group.count == 1 { return try openAlone(group[0]) }
        for number in group { force(number, isUp: !canGoDown(number) || number % 2 == 0) }
        let verdict = program.solve(.dual)
        if verdict == .optimal { accept() }
        for number in group { release(number) }
        if verdict != .optimal {
            let half = group.count / 2
            try open(Array(group[..<half]))
            try open(Array(group[half...]).filter(isLacking))
        }
    }

    /// Up or down, whichever costs readers less.
    private mutating func openAlone(_ number: Int) throws(Stuck) {
        force(number, isUp: true)
        let up = program.solve(.dual)
        let cost = up == .optimal ? program.objective : .infinity
        if up == .optimal, cost < BlockAttack.tolerance || !canGoDown(number) {
            accept()
            release(number)
            return
        }
        let solution = up == .optimal ? Array(program.solution) : []
        release(number)
        if canGoDown(number) {
            force(number, isUp: false)
            let down = program.solve(.dual)
            if down == .optimal, program.objective < cost {
                accept()
                release(number)
                return
            }
            release(number)
        }
        if up == .optimal { solution.withUnsafeBufferPointer { accept($0) } } else { try openBothWays(number) }
    }

    /// Where neither direction is free for all of the width: as far up as it goes, and the rest down.
    private mutating func openBothWays(_ number: Int) throws(Stuck) {
        let cell = movable[number]
        program.setBounds(2 * number, 0, Double(pattern.widths[cell]))
        program.setBounds(2 * number + 1, 0, 0)
        // More than any detour can cost.
        program.setCost(2 * number, -1e4)
        let verdict = program.solve(.primal)
        price(number)
        release(number)
        if verdict == .optimal { accept() }
        guard isLacking(number) else { return }
        if canGoDown(number) {
            force(number, isUp: false)
            let down = program.solve(.dual)
            release(number)
            if down == .optimal { accept() }
        }
        guard !isLacking(number) else { throw Stuck(cell: cell, equation: holdingEquation(number)) }
    }

    private func canGoDown(_ number: Int) -> Bool {
        let cell = movable[number]
        let down = Double(pattern.widths[cell]) - reachUp[number]
        return Double(pattern.counts[cell] - pattern.floors[cell]) >= down
    }

    private func force(_ number: Int, isUp: Bool) {
        let width = Double(pattern.widths[movable[number]])
        if isUp {
            program.setBounds(2 * number, width - reachDown[number], .infinity)
            program.setBounds(2 * number + 1, 0, 0)
        } else {
            program.setBounds(2 * number, 0, 0)
            let cell = movable[number]
            program.setBounds(
                2 * number + 1, width - reachUp[number], Double(pattern.counts[cell] - pattern.floors[cell]))
        }
    }

    private func release(_ number: Int) {
        let cell = movable[number]
        program.setBounds(2 * number, 0, .infinity)
        program.setBounds(2 * number + 1, 0, Double(max(0, pattern.counts[cell] - pattern.floors[cell])))
    }

    private mutating func accept() {
        Array(program.solution).withUnsafeBufferPointer { accept($0) }
    }

    /// Withholds what the deviation touches and learns how far it reaches, and its mirror image where that is a table.
    private mutating func accept(_ solution: UnsafeBufferPointer<Double>) {
        var isMirrored = true
        var witness = Witness()
        for number in movable.indices {
            let deviation = solution[2 * number] - solution[2 * number + 1]
            guard abs(deviation) > BlockAttack.tolerance else { continue }
            let cell = movable[number]
            if pattern.standings[cell] == .published {
                pattern.standings[cell] = .complementary
                price(number)
            }
            witness.append(cell, deviation)
            if deviation > Double(pattern.counts[cell] - pattern.floors[cell]) + BlockAttack.tolerance {
                isMirrored = false
            }
        }
        learn(witness)
        if isMirrored { learn(witness.mirrored) }
    }

    /// The first equation of the cell in which everything else is known to the reader, if there is one.
    private func holdingEquation(_ number: Int) -> Int? {
        let cell = Int32(movable[number])
        var first: Int?
        for row in rows {
            let members = pattern.equations.members(of: row)
            guard members.contains(where: { pattern.equations.columns[$0] == cell }) else { continue }
            if first == nil { first = row }
            let others = members.filter { pattern.equations.columns[$0] != cell }
            if others.allSatisfy({ pattern.standings[Int(pattern.equations.columns[$0])] == .known }) { return row }
        }
        return first
    }
}
