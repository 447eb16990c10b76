/// Publishes again what boxes do not need: where all cells that leant on a withheld one find another box among cells
/// that are withheld anyway, it may be printed. No solves: a few thousand additions a cell.
struct BoxPruning {
    private(set) var pattern: Pattern
    private let moves: BoxMoves
    /// Tables with the same published figures as the pattern.
    private var all: [Witness]
    private var isAlive: [Bool]
    /// By cell: the tables that differ there, as places in `all`.
    private var witnessesOfCell: [[Int32]]

    init(_ pattern: Pattern, witnesses: [Witness], moves: BoxMoves) {
        self.pattern = pattern
        self.moves = moves
        all = []
        isAlive = []
        witnessesOfCell = Array(repeating: [], count: pattern.counts.count)
        for witness in witnesses { learn(witness) }
    }

    var witnesses: [Witness] { zip(all, isAlive).filter(\.1).map(\.0) }

    /// The dearest cells are tried first.
    mutating func run() {
        let candidates = pattern.counts.indices.filter { pattern.standings[$0] == .complementary }
            .sorted { (-pattern.weights[$0], $0) < (-pattern.weights[$1], $1) }
        for candidate in candidates { publish(candidate) }
    }

    private mutating func learn(_ witness: Witness) {
        for cell in witness.cells { witnessesOfCell[Int(cell)].append(Int32(all.count)) }
        all.append(witness)
        isAlive.append(true)
    }

    private mutating func publish(_ candidate: Int) {
        let lost = witnessesOfCell[candidate].map(Int.init).filter { isAlive[$0] }
        let before = all.count
        pattern.standings[candidate] = .published
        for witness in lost { isAlive[witness] = false }
        var seen: Set<Int> = [candidate]
        for cell in lost.flatMap({ all[$0].cells }).map(Int.init) where seen.insert(cell).inserted {
            if reopen(cell) { continue }
            pattern.standings[candidate] = .complementary
            for witness in lost { isAlive[witness] = true }
            for witness in before..<all.count { isAlive[witness] = false }
            return
        }
    }

    /// Whether the cell is as wide as it must be, if need be by another box.
    private mutating func reopen(_ cell: Int) -> Bool {
        guard pattern.isOpen(cell) else { return true }
        var (down, up) = (0.0, 0.0)
        for number in witnessesOfCell[cell] where isAlive[Int(number)] {
            let witness = all[Int(number)]
            guard let place = witness.cells.firstIndex(of: Int32(cell)) else { continue }
            up = max(up, witness.deviations[place])
            down = max(down, -witness.deviations[place])
        }
        if up + down >= Double(pattern.widths[cell]) - BlockAttack.tolerance { return true }
        guard let opening = moves.opening(cell, in: pattern, reachDown: down, reachUp: up, cost: 0) else {
            return false
        }
        for witness in opening.witnesses { learn(witness) }
        return true
    }
}
