// The cheap way to open a cell: a box of cells around it, moved up at one half of its corners and down at the other.
//
// In a table with all margins a second table with the same margins is had by taking two categories of each dimension
// and adding an amount at the corners of even parity and taking it off at the others. Most withheld cells of most tables
// have such a box, at a fraction of what a linear program costs; what has none is left to the program.
// Source: the hypercube method of R. D. Repsilber, as described in A. Hundepool and others, "Statistical Disclosure
// Control" (2012); here one box a cell at the least cost to readers, with the box kept as a witness.

struct BoxMoves: Sendable {
    /// What opens a cell: second tables, and what readers lose with the cells that these touch.
    struct Opening {
        var witnesses: [Witness] = []
        var cost = 0.0
    }

    private let frames: [LinkedTables.Frame]
    private let origins: [LinkedTables.Origin]
    /// By cell: whether something outside of its frame binds it.
    private let isBound: [Bool]

    /// Boxes looked at for one cell; the dearest neighbours are left out first.
    private static let boxesAtMost = 3000

    init(_ linked: LinkedTables) {
        frames = linked.frames
        origins = linked.origins
        var places = [Int](repeating: 0, count: linked.counts.count)
        // A table of the set that was published before in the same layout binds nothing more.
        var seen = Set<[Int32]>()
        for frame in linked.frames where seen.insert(frame.cells).inserted {
            for cell in frame.cells where cell >= 0 { places[Int(cell)] += 1 }
        }
        for row in 0..<linked.equations.count where linked.equationOrigins[row].dimension == nil {
            for member in linked.equations.members(of: row) { places[Int(linked.equations.columns[member])] += 2 }
        }
        isBound = places.map { $0 > 1 }
    }

    /// The boxes that cost readers least and together let the cell be as wide as asked, with the reach that it has.
    ///
    /// - Parameter cost: What readers may lose at most.
    func opening(
        _ cell: Int, in pattern: Pattern, reachDown: Double, reachUp: Double, cost: Double
    ) -> Opening? {
        guard cell < origins.count, !isBound[cell] else { return nil }
        let frame = frames[origins[cell].frame]
        guard let lines = lines(around: origins[cell].gridCell, frame, pattern, cost) else { return nil }
        let width = Double(pattern.widths[cell])
        func boxes(_ direction: Double, _ amount: Double) -> BoxSearch {
            var search = BoxSearch(
                lines: lines, frame: frame, isBound: isBound, pattern: pattern, direction: direction, most: cost)
            search.run(from: origins[cell].gridCell, amount: amount)
            return search
        }
        let up = boxes(1, width - reachDown)
        let down = boxes(-1, width - reachUp)
        let isUpEnough = up.amount >= width - reachDown - BlockAttack.tolerance
        let isDownEnough = down.amount >= width - reachUp - BlockAttack.tolerance
        if isUpEnough, up.cost <= down.cost || !isDownEnough { return Opening(witnesses: [up.witness], cost: up.cost) }
        if isDownEnough { return Opening(witnesses: [down.witness], cost: down.cost) }
        guard max(reachUp, up.amount) + max(reachDown, down.amount) >= width - BlockAttack.tolerance,
            up.cost + down.cost <= cost
        else { return nil }
        return Opening(witnesses: [up.witness, down.witness], cost: up.cost + down.cost)
    }

    /// By dimension: the ways to move along it, the cheapest first. Nil where there are none.
    private func lines(
        around gridCell: Int, _ frame: LinkedTables.Frame, _ pattern: Pattern, _ most: Double
    ) -> [[BoxLine]]? {
        let grid = frame.grid
        var lines: [[BoxLine]] = []
        for dimension in grid.dimensions.indices {
            let digit = grid.digit(of: gridCell, in: dimension)
            // Cells of broader categories are left to the program.
            guard digit == 0 || grid.parts[dimension][digit].isEmpty else { return nil }
            let own = digit == 0 ? [] : grid.chains[dimension][digit]
            let stride = grid.strides[dimension]
            var found: [(cost: Double, line: BoxLine)] = []
            func consider(_ steps: [(offset: Int, sign: Double)]) {
                let line = BoxLine(steps: steps)
                if let cost = cost(line, gridCell, frame, pattern), cost <= most { found.append((cost, line)) }
            }
            // The cell and all of its wholes: where these are withheld too, nothing need be taken off elsewhere.
            if digit != 0 { consider(own.map { (($0 - digit) * stride, 1) }) }
            for leaf in 1..<max(1, grid.extents[dimension])
            where leaf != digit && canMove(gridCell + (leaf - digit) * stride, frame, pattern) {
                guard grid.parts[dimension][leaf].isEmpty else { continue }
                let chain = grid.chains[dimension][leaf]
                if digit == 0 {
                    consider(chain.map { (($0 - digit) * stride, 1) })
                } else {
                    consider(
                        own.filter { !chain.contains($0) }.map { (($0 - digit) * stride, 1) }
                            + chain.filter { !own.contains($0) }.map { (($0 - digit) * stride, -1) })
                }
            }
            if found.isEmpty { return nil }
            lines.append(found.sorted { $0.cost < $1.cost }.map(\.line))
        }
        while lines.reduce(1, { $0 * $1.count }) > Self.boxesAtMost {
            guard let longest = lines.indices.max(by: { lines[$0].count < lines[$1].count }) else { break }
            lines[longest].removeLast((lines[longest].count + 3) / 4)
        }
        return lines
    }

    private func canMove(_ gridCell: Int, _ frame: LinkedTables.Frame, _ pattern: Pattern) -> Bool {
        let cell = Int(frame.cells[gridCell])
        return cell >= 0 && !isBound[cell] && pattern.standings[cell] != .known
    }

    /// Nil where one of the cells cannot move.
    private func cost(
        _ line: BoxLine, _ gridCell: Int, _ frame: LinkedTables.Frame, _ pattern: Pattern
    ) -> Double? {
        var cost = 0.0
        for step in line.steps {
            guard canMove(gridCell + step.offset, frame, pattern) else { return nil }
            let cell = Int(frame.cells[gridCell + step.offset])
            if pattern.standings[cell] == .published { cost += pattern.weights[cell] }
        }
        return cost
    }
}

/// Cells along one dimension, as steps from the cell asked for.
struct BoxLine: Sendable {
    let steps: [(offset: Int, sign: Double)]
}

/// Boxes one after the other, each the cheapest for what it gives, until the cell has gone as far as asked.
private struct BoxSearch {
    let lines: [[BoxLine]]
    let frame: LinkedTables.Frame
    let isBound: [Bool]
    let pattern: Pattern
    /// 1 to go up, -1 to go down.
    let direction: Double
    /// What readers may lose with all boxes together.
    let most: Double
    private(set) var amount = 0.0
    private(set) var cost = 0.0
    private var deviations: [Int: Double] = [:]

    /// The best box of this round.
    private var best: (corners: [Int], signs: [Double], amount: Double, cost: Double)?
    private var wanted = 0.0
    /// Places in the grid of the corners so far, and their signs.
    private var corners: [Int] = []
    private var signs: [Double] = []

    init(
        lines: [[BoxLine]], frame: LinkedTables.Frame, isBound: [Bool], pattern: Pattern, direction: Double,
        most: Double
    ) {
        self.lines = lines
        self.frame = frame
        self.isBound = isBound
        self.pattern = pattern
        self.direction = direction
        self.most = most
    }

    var witness: Witness {
        var witness = Witness()
        for (cell, deviation) in deviations.sorted(by: { $0.key < $1.key }) where deviation != 0 {
            witness.append(cell, deviation)
        }
        return witness
    }

    mutating func run(from gridCell: Int, amount asked: Double) {
        let cell = Int(frame.cells[gridCell])
        while amount < asked - BlockAttack.tolerance {
            wanted = asked - amount
            best = nil
            corners = [gridCell]
            signs = [direction]
            let reach = direction < 0 ? min(wanted, room(cell)) : wanted
            if reach > 0 { descend(0, reach, 0) }
            guard let box = best else { return }
            for (corner, sign) in zip(box.corners, box.signs) {
                deviations[Int(frame.cells[corner]), default: 0] += sign * box.amount
            }
            amount += box.amount
            cost += box.cost
        }
    }

    private func room(_ cell: Int) -> Double {
        Double(pattern.counts[cell] - pattern.floors[cell]) + (deviations.isEmpty ? 0 : deviations[cell] ?? 0)
    }

    private func isDearer(_ loss: Double, _ reach: Double) -> Bool {
        guard loss + cost <= most else { return true }
        return best.map { loss * $0.amount >= $0.cost * reach && (loss > 0 || reach <= $0.amount) } ?? false
    }

    private mutating func descend(_ depth: Int, _ reach: Double, _ loss: Double) {
        guard depth < lines.count else {
            best = (corners, signs, reach, loss)
            return
        }
        let count = corners.count
        for line in lines[depth] {
            var (wider, more) = (reach, loss)
            if extend(by: line, &wider, &more) { descend(depth + 1, wider, more) }
            corners.removeSubrange(count...)
            signs.removeSubrange(count...)
            if let best, best.cost == 0, best.amount >= wanted { return }
        }
    }

    /// Repeats the corners along a line; false where one of them cannot move, or it is dearer than the best.
    private mutating func extend(by line: BoxLine, _ reach: inout Double, _ loss: inout Double) -> Bool {
        let count = corners.count
        for (offset, sign) in line.steps where offset != 0 {
            for place in 0..<count {
                let corner = corners[place] + offset
                let cell = Int(frame.cells[corner])
                guard cell >= 0, !isBound[cell], pattern.standings[cell] != .known else { return false }
                if pattern.standings[cell] == .published, deviations[cell] == nil { loss += pattern.weights[cell] }
                corners.append(corner)
                signs.append(signs[place] * sign)
                if signs[place] * sign < 0 { reach = min(reach, room(cell)) }
                if reach <= 0 || isDearer(loss, reach) { return false }
            }
        }
        return true
    }
}
